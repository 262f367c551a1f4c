/** Takes the place of src/command/module.ts: what is built is loaded by `require`. */
export const importModule = async (path) => require(path);
