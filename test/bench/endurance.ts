import { median, slope } from './measure.ts';
import { childrenOf, descriptorsOf, proportionOf } from './processes.ts';
import { startListener } from './project.ts';
import { type Slack, startSlack } from './slack.ts';
import type { Workspace } from './slack-process.ts';
import { bounded, type Row, type Section } from './table.ts';

const usualMinutes = 10;
const every = 250;
const sampling = 2000;
/** Milliseconds: a workday has one refresh in five hours, and a cut now and then. */
const trouble = 20_000;
const mostGrowth = 10;
const mostDescriptors = 5;
/** Lines that may be under way: a machine that is busy otherwise is not given more than it can do. */
const mostUnderWay = 8;
const rooms = Array.from({ length: 2 * mostUnderWay + 1 }, (_, at) => `room-${at}`);
const said = [
  'ops whoami',
  'ops greet Ana',
  'ops help deploy',
  'ops deploy uat --dry-run',
  'ops history',
  'ops flood 1',
  'ops runs',
];
/** What has no answer, or one that its sender alone sees. */
const muttered = ['ops deploy nowhere', 'ops depoly uat', 'good morning, is ops up?'];

/** A day of work in ten minutes: lines, talk, slips and cut connections, and what is left of them. */
export async function measureEndurance(stack: AsyncDisposableStack, minutes = usualMinutes): Promise<Section[]> {
  if (process.platform !== 'linux') return [{ title: 'A day', how: 'not measured: there is no /proc here', rows: [] }];
  const slack = stack.use(startSlack());
  const workspace = await slack.open(rooms);
  const { pid } = await startListener(slack, workspace, stack);
  const samples: Sample[] = [];
  const sample = async (): Promise<unknown> => samples.push(await sampleOf(pid, slack, workspace));
  const sampler = setInterval(() => void sample().catch(() => {}), sampling);
  const troubled = setInterval(() => void slack.trouble(workspace).catch(() => {}), trouble);
  const typed = await typeFor(minutes * 60_000, slack, workspace).finally(() => {
    clearInterval(sampler);
    clearInterval(troubled);
  });
  const settled = samples.slice(Math.floor(samples.length / 4));
  const lost = typed.lines - typed.answered;
  return [
    {
      title: `A day in ${minutes} minutes`,
      how: `${typed.messages} messages, the connections cut or refreshed every ${trouble / 1000} s; the trend of all but the first quarter, from a sample each ${sampling / 1000} s; PSS`,
      rows: [
        { what: 'lines answered', value: `${typed.answered} of ${typed.lines}`, bound: 'all', ok: lost === 0 },
        ...trend('listener', settled, (sample) => sample.listener, mostGrowth),
        ...trend('largest child', settled, (sample) => sample.children, mostGrowth),
        ...trend('local Slack, which keeps all messages, without files', settled, (sample) => sample.slack),
        ...descriptors(settled),
      ],
    },
  ];
}

interface Used {
  /** Megabytes. */
  memory: number;
  descriptors: number;
}

interface Sample {
  /** Seconds. */
  at: number;
  listener: Used;
  /** The largest. */
  children: Used;
  count: number;
  /** Without the bytes of the files that it has. */
  slack: Used;
}

async function sampleOf(listener: number, slack: Slack, workspace: Workspace): Promise<Sample> {
  const children = childrenOf(listener).map(usedBy);
  const { memory, descriptors } = usedBy(slack.pid);
  return {
    at: performance.now() / 1000,
    listener: usedBy(listener),
    children: largest(children),
    count: children.length,
    slack: { memory: memory - (await slack.stored(workspace)) / 1e6, descriptors },
  };
}

/** What has ended meanwhile uses nothing. */
function usedBy(pid: number): Used {
  try {
    return { memory: proportionOf(pid), descriptors: descriptorsOf(pid) };
  } catch {
    return { memory: 0, descriptors: 0 };
  }
}

/** There are more children at one time than at another: how many says nothing of what each comes to. */
const largest = (all: readonly Used[]): Used => ({
  memory: Math.max(0, ...all.map(({ memory }) => memory)),
  descriptors: Math.max(0, ...all.map(({ descriptors }) => descriptors)),
});

/** What the trend of the samples rises by from their first to their last. */
function rise(samples: readonly Sample[], of: (sample: Sample) => number): number {
  const seconds = (samples.at(-1)?.at ?? 0) - (samples[0]?.at ?? 0);
  return seconds * slope(samples.map((sample) => [sample.at, of(sample)] as const));
}

function trend(who: string, samples: readonly Sample[], of: (sample: Sample) => Used, most?: number): Row[] {
  const grown = rise(samples, (sample) => of(sample).memory);
  const what = `growth of the ${who}`;
  const quarter = Math.floor(samples.length / 3);
  const middle = (some: readonly Sample[]): string => median(some.map((sample) => of(sample).memory)).toFixed(1);
  const parts = [0, 1, 2].map((part) => middle(samples.slice(part * quarter, (part + 1) * quarter)));
  return [
    most === undefined ? { what, value: `${grown.toFixed(1)} MB` } : bounded(what, grown, most, 'MB'),
    { what: '    median of each third', value: `${parts.join(', ')} MB` },
  ];
}

function descriptors(samples: readonly Sample[]): Row[] {
  const parties = ['listener', 'children', 'slack'] as const;
  const last = samples.at(-1);
  return [
    ...parties.map((party) =>
      bounded(
        `more descriptors of the ${party}`,
        rise(samples, (sample) => sample[party].descriptors),
        mostDescriptors,
        '',
      ),
    ),
    {
      what: '    at last',
      value: parties.map((party) => `${party} ${last?.[party].descriptors}`).join(', '),
    },
    { what: 'children at last', value: `${last?.count}` },
  ];
}

interface Day {
  messages: number;
  lines: number;
  answered: number;
}

async function typeFor(ms: number, slack: Slack, workspace: Workspace): Promise<Day> {
  const end = performance.now() + ms;
  const underWay = new Map<string, Promise<unknown>>();
  // What is told to a sender alone stands in the room too, and would be taken for an answer.
  const [aside = '', ...answered] = workspace.channels;
  const day: Day = { messages: 0, lines: 0, answered: 0 };
  const ask = (line: string, channel: string): void => {
    day.lines += 1;
    const answer = slack.type(workspace, [{ line, channel, answer: 'run' }], 0).then(
      () => (day.answered += 1),
      (error: unknown) => process.stderr.write(`${error}\n`),
    );
    underWay.set(channel, answer);
    void answer.finally(() => underWay.delete(channel));
  };
  for (; performance.now() < end; day.messages += 1) {
    if (day.messages % 4 === 3) {
      const line = muttered[Math.floor(day.messages / 4) % muttered.length] ?? '';
      await slack.say(workspace, { line, channel: aside });
    } else {
      const free = answered.filter((room) => !underWay.has(room));
      ask(said[day.messages % said.length] ?? '', free[day.messages % mostUnderWay] ?? '');
    }
    await new Promise((resolve) => setTimeout(resolve, every));
    while (underWay.size >= mostUnderWay) await Promise.race(underWay.values());
  }
  await Promise.all(underWay.values());
  return day;
}
