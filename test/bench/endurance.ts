import { readdirSync } from 'node:fs';
import { median } from './measure.ts';
import { childrenOf, residentOf } from './processes.ts';
import { startListener } from './project.ts';
import { type Slack, startSlack } from './slack.ts';
import type { Workspace } from './slack-process.ts';
import { bounded, type Section } from './table.ts';

const minutes = 10;
const every = 250;
const sampling = 2000;
/** Milliseconds: a workday has one refresh in five hours, and a cut now and then. */
const trouble = 20_000;
const mostGrowth = 10;
const mostDescriptors = 5;
const rooms = Array.from({ length: 10 }, (_, at) => `room-${at}`);
const said = [
  'ops whoami',
  'ops greet Ana',
  'ops help deploy',
  'ops deploy uat --dry-run',
  'ops deploy nowhere',
  'ops history',
  'ops depoly uat',
  'good morning, is ops up?',
  'ops flood 1',
];

/** A day of work in ten minutes: lines, talk, slips and cut connections, and what is left of them in the listener. */
export async function measureEndurance(stack: AsyncDisposableStack): Promise<Section[]> {
  if (process.platform !== 'linux') return [{ title: 'A day', how: 'not measured: there is no /proc here', rows: [] }];
  const slack = stack.use(startSlack());
  const workspace = await slack.open(rooms);
  const { pid } = await startListener(slack, workspace, stack);
  const samples: Sample[] = [];
  const sampler = setInterval(() => samples.push(sampleOf(pid)), sampling);
  const troubled = setInterval(() => void slack.trouble(workspace).catch(() => {}), trouble);
  try {
    await typeFor(minutes * 60_000, slack, workspace);
  } finally {
    clearInterval(sampler);
    clearInterval(troubled);
  }
  const quarter = Math.floor(samples.length / 4);
  const [early, late] = [samples.slice(quarter, quarter * 2), samples.slice(-quarter)];
  const of = (name: keyof Sample, among: readonly Sample[]): number => median(among.map((sample) => sample[name]));
  const growth = of('memory', late) - of('memory', early);
  return [
    {
      title: 'A day in ten minutes',
      how: `${Math.round((minutes * 60_000) / every)} messages, the connections cut or refreshed every ${trouble / 1000} s; the last quarter against the second one, medians`,
      rows: [
        bounded('growth of the listener', growth, mostGrowth, 'MB'),
        { what: '    at last', value: `${of('memory', late).toFixed(1)} MB` },
        bounded('open descriptors more', of('descriptors', late) - of('descriptors', early), mostDescriptors, ''),
        { what: '    at last', value: `${of('descriptors', late)}` },
        { what: 'processes at last', value: `${of('children', late)}` },
      ],
    },
  ];
}

interface Sample {
  memory: number;
  descriptors: number;
  children: number;
}

const sampleOf = (pid: number): Sample => ({
  memory: residentOf(pid),
  descriptors: readdirSync(`/proc/${pid}/fd`).length,
  children: childrenOf(pid).length,
});

async function typeFor(ms: number, slack: Slack, workspace: Workspace): Promise<void> {
  const end = performance.now() + ms;
  for (let at = 0; performance.now() < end; at++) {
    const channel = workspace.channels[at % rooms.length] ?? '';
    await slack.say(workspace, { line: said[at % said.length] ?? '', channel });
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}
