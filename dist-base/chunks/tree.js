export { n as endChildren, r as endTree } from "./tree2.js";
