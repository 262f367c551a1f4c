import { loadKeptCode } from '../src/host/code.ts';

// Nothing newer than Node 20 may be loaded before this is known.
if (Number.parseInt(process.versions.node, 10) < 24) {
  process.stderr.write(
    `ops needs Node 24 or newer, and this is ${process.versions.node}: a checkout of ops brings one by \`npm install\`, https://nodejs.org has others\n`,
  );
  process.exit(78);
}
const root = new URL('..', import.meta.url);
loadKeptCode(root);
void import('../src/host/terminal.ts').then(async ({ main, terminalHost }) => {
  process.exitCode = await main(process.argv.slice(2), terminalHost(process, root));
  // When nothing is left to do, that is all: to take the heap apart takes longer than to leave it.
  process.once('beforeExit', () => process.exit());
  // What a command left open does not keep its terminal waiting.
  setTimeout(() => process.exit(), 1000).unref();
});
