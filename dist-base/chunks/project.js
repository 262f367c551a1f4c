export { n as loadConfig, u as openSqliteJournal } from "./line.js";
