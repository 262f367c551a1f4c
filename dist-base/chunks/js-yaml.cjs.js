import { r as require_js_yaml_cjs } from "./line.js";
export default require_js_yaml_cjs();
export {};
