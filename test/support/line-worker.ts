import { text } from 'node:stream/consumers';
import { createSystem } from '../../src/host/system.ts';
import { openSqliteJournal } from '../../src/journal/sqlite.ts';
import { main } from '../../src/main.ts';
import { layoutEvent } from '../../src/render/layout.ts';
import { lineWords } from '../../src/render/words.ts';
import { codeOf, secretIn } from './authenticator.ts';

/** A terminal of its own for one line of somebody: says `ready`, reads from stdin what is typed, runs it, says its end. */
const [folder = '', actor = '', name = '', ...argv] = process.argv.slice(2);
process.stdout.write('"ready"\n');
/** What they type where they are asked for a code; `shown`: that of the secret which is shown. */
const codes: string[] = JSON.parse(await text(process.stdin));
const words: string[] = [];
let asked = 0;
/** The code that confirms a secret is of five minutes ago, and so is its line: that of now is not used by it. */
const now = (): Date => new Date(Date.now() - (codes.includes('shown') ? 300_000 : 0));
const typed = (code: string): string =>
  code === 'shown' ? codeOf(secretIn(words.join('\n')), 0, now().getTime()) : code;
const system = createSystem({ root: new URL('../../', import.meta.url), execPath: process.execPath, env: process.env });
const exitCode = await main(argv, {
  actor: { id: actor, name },
  origin: { type: 'terminal', host: 'here', directory: folder },
  signal: new AbortController().signal,
  cwd: folder,
  env: process.env,
  privately: { show: (lines) => void words.push(...lines), ask: async () => typed(codes[asked++] ?? '') },
  // As many as begin at once may have little of a slow machine each: how long one waits is not what is looked at.
  system: {
    ...system,
    clock: { ...system.clock, now },
    journal: (path) => openSqliteJournal(path, { busyTimeout: 60_000 }),
  },
  output: () => (event) => {
    words.push(...layoutEvent(event).map(lineWords));
    return undefined;
  },
});
process.stdout.write(`${JSON.stringify({ exitCode, words: words.join('\n') })}\n`);
