import { median } from './measure.ts';
import { startListener } from './project.ts';
import { type Slack, startSlack } from './slack.ts';
import type { Workspace } from './slack-process.ts';
import { bounded, type Row, type Section } from './table.ts';

/** Milliseconds from the first words of a script to its end. */
const naps = [0, 100, 200, 600, 2000];
const times = 6;
/** Milliseconds: bash, and the line's way, take some of what is quick. */
const quick = 150;
const mostFirst = 300;

/** What runs of scripts cost that print at once, and end then or later: the first one, and those after it. */
export async function measureCalls(stack: AsyncDisposableStack): Promise<Section[]> {
  const slack = stack.use(startSlack());
  const workspace = await slack.open(['room']);
  const scripts = Object.fromEntries(naps.map((ms) => [nameOf(ms), scriptOf(ms)]));
  await startListener(slack, workspace, stack, { scripts });
  const rows: Row[] = [];
  for (const ms of naps) rows.push(...(await rowsOf(ms, slack, workspace)));
  const how = `${times} runs each, one after the other; calls that write a message, and the time from the line to the first words`;
  return [{ title: 'Calls for a run', how, rows }];
}

const nameOf = (ms: number): string => `nap-${ms}`;

const scriptOf = (ms: number): string => `#!/usr/bin/env bash
# ---
# summary: Print, wait and print
# effect: read
# examples:
#   - { line: ops ${nameOf(ms)}, says: two lines }
# ---
echo begun
${ms === 0 ? '' : `sleep ${ms / 1000}`}
echo done
`;

async function rowsOf(ms: number, slack: Slack, workspace: Workspace): Promise<Row[]> {
  const calls: number[] = [];
  const first: number[] = [];
  const [channel = ''] = workspace.channels;
  for (let time = 0; time < times; time++) {
    const before = await written(slack, workspace);
    const [timing] = await slack.type(workspace, [{ line: `ops ${nameOf(ms)}`, channel, answer: 'run' }], 300);
    first.push(timing?.first ?? Number.NaN);
    calls.push((await written(slack, workspace)) - before);
  }
  const what = `ends ${ms} ms after its first words`;
  const known = median(calls.slice(1));
  return [
    { what, value: `first run ${calls[0]} calls, ${first[0]?.toFixed(0)} ms` },
    ms <= quick
      ? bounded('    later runs, calls, median', known, 1, '')
      : { what: '    later runs, calls, median', value: `${known}` },
    ms <= quick
      ? { what: '    later runs, first words, median', value: `${median(first.slice(1)).toFixed(0)} ms` }
      : bounded('    later runs, first words, median', median(first.slice(1)), mostFirst, 'ms'),
  ];
}

async function written(slack: Slack, workspace: Workspace): Promise<number> {
  const counts = await Promise.all(['chat.postMessage', 'chat.update'].map((method) => slack.calls(workspace, method)));
  return counts.reduce((sum, count) => sum + count, 0);
}
