import module from "node:module";
// bin/ops.ts
if (Number.parseInt(process.versions.node, 10) < 24) {
	process.stderr.write(`ops needs Node 24 or newer, and this is ${process.versions.node}: a checkout of ops brings one by \`npm install\`, https://nodejs.org has others\n`);
	process.exit(78);
}
module.enableCompileCache();
const { main, terminalHost } = await import("../chunks/terminal.js");
process.exitCode = await main(process.argv.slice(2), terminalHost(process, new URL("..", import.meta.url)));
setTimeout(() => process.exit(), 1e3).unref();
export {};
