export { t as understand } from "./line.js";
