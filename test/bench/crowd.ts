import { fileURLToPath } from 'node:url';
import { alternate, median, ratio } from './measure.ts';
import { node, processorTimeOf, root } from './processes.ts';
import { type Program, startProgram } from './program.ts';
import { startListener } from './project.ts';
import { type Slack, startSlack } from './slack.ts';
import type { Workspace } from './slack-process.ts';
import { bounded, type Section } from './table.ts';

const ackingProgram = fileURLToPath(new URL('./acking.ts', import.meta.url));
const lines = 100;
const mostAcked = 1000;
const leastRuns = 20;
const messages = 10_000;
const mostOfBare = 1.3;
const rounds = 3;

/** Many lines at the same moment, and much that is no line. */
export async function measureCrowd(stack: AsyncDisposableStack): Promise<Section[]> {
  if (process.platform !== 'linux') return [{ title: 'Crowd', how: 'not measured: there is no /proc here', rows: [] }];
  const slack = stack.use(startSlack());
  return [await measureLines(slack, stack), await measureTalk(slack, stack)];
}

async function measureLines(slack: Slack, stack: AsyncDisposableStack): Promise<Section> {
  const rooms = Array.from({ length: 10 }, (_, at) => `room-${at}`);
  const workspace = await slack.open(rooms);
  await startListener(slack, workspace, stack);
  const [first = ''] = workspace.channels;
  await slack.type(workspace, [{ line: 'ops whoami', channel: first, answer: 'run' }], 0);
  const crowd = Array.from({ length: lines }, (_, at) => {
    return { line: 'ops whoami', channel: workspace.channels[1 + (at % (rooms.length - 1))] ?? '' };
  });
  const { acked, ended, ends } = await slack.crowd(workspace, crowd);
  const runs = (lines / ended) * 1000;
  return {
    title: `${lines} lines at once`,
    how: `ops whoami in ${rooms.length - 1} rooms, all sent before the first is answered`,
    rows: [
      bounded('all acknowledged', acked, mostAcked, 'ms'),
      { what: 'lines that were answered once', value: `${ends}`, bound: `= ${lines}`, ok: ends === lines },
      { what: 'runs a second', value: runs.toFixed(1), bound: `≥ ${leastRuns}`, ok: runs >= leastRuns },
    ],
  };
}

/** What talk costs the listener, beside a client that acknowledges and does no more. */
async function measureTalk(slack: Slack, stack: AsyncDisposableStack): Promise<Section> {
  const listening = await slack.open(['talk']);
  const listener = await startListener(slack, listening, stack);
  const acking = await slack.open(['talk']);
  const bare = stack.use(startProgram(node, [ackingProgram, acking.apiUrl], root, acking.env));
  await Promise.race([slack.connected(acking), bare.early]);
  const cost =
    (workspace: Workspace, { pid }: Pick<Program, 'pid'>) =>
    async (): Promise<number> => {
      const before = processorTimeOf(pid);
      await slack.burst(workspace, messages);
      return processorTimeOf(pid) - before;
    };
  const found = await alternate({ ops: cost(listening, listener), bare: cost(acking, bare) }, rounds);
  return {
    title: `${messages} messages that are not for ops`,
    how: `processor time, ${rounds} rounds in turn with a bare @slack/socket-mode client that acknowledges`,
    rows: [
      bounded('ops against the bare client', ratio(found.ops, found.bare), mostOfBare, '×'),
      { what: '    ops, median', value: `${median(found.ops).toFixed(0)} ms` },
      { what: '    bare client, median', value: `${median(found.bare).toFixed(0)} ms` },
    ],
  };
}
