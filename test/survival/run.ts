import { survive } from './survive.ts';

/** `node test/survival/run.ts [lines] [seed]`: the table of what became of so many lines. */
const [lines = 10_000, seed = 1] = process.argv.slice(2).map(Number);
const result = await survive({
  ...{ lines, seed, kills: 3 },
  tell: (done) => process.stderr.write(`${done} of ${lines}\n`),
});
const { said, odd, troubles, states, ...counts } = result;
const rows = [
  ...Object.entries(counts),
  ...Object.entries(states).map(([state, number]) => [`runs ${state}`, number] as const),
  ...Object.entries(troubles).map(([trouble, number]) => [`met: ${trouble}`, number] as const),
];
const width = Math.max(...rows.map(([name]) => name.length));
for (const [name, number] of rows) process.stdout.write(`${name.padEnd(width)}  ${number}\n`);
const { lost, twice, markedTwice, notMarked, unanswered, answeredTwice } = counts;
if (lost + twice + markedTwice + notMarked + unanswered + answeredTwice > 0) {
  process.stdout.write(`\n${odd.join('\n')}\n\nthe listeners said last:\n${said}\n`);
  process.exitCode = 1;
}
