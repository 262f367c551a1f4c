export { i as main, t as terminalHost } from "./start.js";
