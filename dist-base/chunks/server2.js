import { C as SandboxError } from "./ready.js";
import { t as startSandbox } from "./server.js";
export { SandboxError, startSandbox };
