import { randomBytes } from 'node:crypto';
import type { Event } from '../../src/context/events.ts';
import { createRedactor } from '../../src/context/redact.ts';
import { shownOf } from '../../src/render/ansi.ts';
import { median } from './measure.ts';
import type { Row, Section } from './table.ts';

const [secrets, megabytes, rounds] = [50, 16, 9];
/** Megabytes a second. */
const least = 100;
/** What a program's pipe hands over at once. */
const piece = 65_536;

const values = Array.from({ length: secrets }, (_, at) => randomBytes(12 + (at % 24)).toString('base64url'));

type Write = (line: number) => string;

const plain: Write = (at) =>
  `2026-11-21T10:${at % 60}:00.123Z INFO [worker-${at % 7}] GET https://api.example.com/v1/items/${(at * 7919).toString(16)}?page=${at % 10} 200 in ${at % 97} ms user=mary`;
const hit: Write = (at) => (at % 5000 === 0 ? `login with ${values[at % secrets]} as mary` : plain(at));
const coloured: Write = (at) => `\x1b[32mINFO\x1b[0m ${plain(at)}`;

function eventsOf(write: Write): Event[] {
  const lines: string[] = [];
  for (let length = 0; length < megabytes * 1e6; length += lines.at(-1)?.length ?? 0) lines.push(write(lines.length));
  const perEvent = Math.ceil((piece / (megabytes * 1e6)) * lines.length);
  const starts = Array.from({ length: Math.ceil(lines.length / perEvent) }, (_, at) => at * perEvent);
  return starts.map((at) => {
    // As it comes from a pipe: one string, not many.
    const text = Buffer.from(lines.slice(at, at + perEvent).join('\n')).toString();
    return { type: 'line', stream: 'stdout', text };
  });
}

/** What it costs to look for secrets in all that a program prints. */
export async function measureRedaction(): Promise<Section[]> {
  const opening = Array.from({ length: rounds }, () => timed(() => createRedactor(values, shownOf)));
  return [
    {
      title: 'Redaction',
      how: `${secrets} secrets in all their encodings and every known shape; ${megabytes} MB in pieces of 64 kB; time of the processor, the best of ${rounds}: a busy machine has slow memory`,
      rows: [
        bounded('a log', speed(eventsOf(plain))),
        bounded('a log with a secret in every 5000th line', speed(eventsOf(hit))),
        { what: 'a log in colours', value: `${speed(eventsOf(coloured)).toFixed(0)} MB/s` },
        { what: 'getting ready, once a line', value: `${median(opening).toFixed(2)} ms` },
      ],
    },
  ];
}

function bounded(what: string, value: number): Row {
  return { what, value: `${value.toFixed(0)} MB/s`, bound: `≥ ${least} MB/s`, ok: value >= least };
}

function speed(events: readonly Event[]): number {
  let told = 0;
  const sink = createRedactor(values, shownOf).sink((event) => {
    told += event.type === 'line' ? event.text.length : 0;
    return undefined;
  });
  const times = Array.from({ length: rounds }, () =>
    timed(() => {
      for (const event of events) void sink(event);
    }),
  );
  return told / rounds / 1e3 / Math.min(...times);
}

/** Milliseconds of the processor: on a machine with other work, the wall's clock tells of that. */
function timed(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
