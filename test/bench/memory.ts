import { childrenOf, proportionOf, residentOf } from './processes.ts';
import { startListener } from './project.ts';
import { startSlack } from './slack.ts';
import type { Typed } from './slack-process.ts';
import { bounded, type Row, type Section } from './table.ts';

const most = 130;
const warmUp = 40;

/** What the listener and the children that it keeps ready hold while nobody types. */
export async function measureMemory(stack: AsyncDisposableStack): Promise<Section[]> {
  if (process.platform !== 'linux')
    return [{ title: 'Memory at rest', how: 'not measured: there is no /proc here', rows: [] }];
  const slack = stack.use(startSlack());
  const workspace = await slack.open(['room']);
  const { pid } = await startListener(slack, workspace, stack);
  await pause(2000);
  const fresh = rowsOf(pid, 'after its start');
  const [channel = ''] = workspace.channels;
  const typed: Typed[] = Array.from({ length: warmUp }, () => ({ line: 'ops whoami', channel, answer: 'run' }));
  await slack.type(workspace, typed, 0);
  await pause(5000);
  const how =
    'PSS is judged: pages that processes share are counted once. The plain sum counts the binary of Node in each';
  return [{ title: 'Memory at rest', how, rows: [...fresh, ...rowsOf(pid, `after ${warmUp} lines`)] }];
}

function rowsOf(listener: number, when: string): Row[] {
  const pool = childrenOf(listener);
  const all = [listener, ...pool];
  const sum = (of: (pid: number) => number): number => all.reduce((total, pid) => total + of(pid), 0);
  return [
    bounded(`listener and pool ${when}, PSS`, sum(proportionOf), most, 'MB'),
    { what: '    listener, PSS', value: megabytes(proportionOf(listener)) },
    ...pool.map((pid): Row => ({ what: '    child of the pool, PSS', value: megabytes(proportionOf(pid)) })),
    { what: '    listener, RSS', value: megabytes(residentOf(listener)) },
    ...pool.map((pid): Row => ({ what: '    child of the pool, RSS', value: megabytes(residentOf(pid)) })),
    { what: '    plain sum of RSS', value: megabytes(sum(residentOf)) },
  ];
}

const megabytes = (value: number): string => `${value.toFixed(1)} MB`;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
