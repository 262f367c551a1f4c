import * as v from 'valibot';
import type { Sprint } from '../../context/tickets.ts';
import { sprintShape } from './shapes.ts';

type SprintAnswer = v.InferOutput<typeof sprintShape>;

const states: Readonly<Record<string, Sprint['state']>> = { active: 'open', future: 'future', closed: 'closed' };
const order: readonly Sprint['state'][] = ['closed', 'future', 'open'];

export function readSprint({ id, name, state, startDate, endDate, goal }: SprintAnswer): Sprint {
  const [start, end] = [timeOf(startDate), timeOf(endDate)];
  return { id, name, state: states[state.toLowerCase()] ?? 'future', start, end, goal: goal?.trim() || undefined };
}

/** Of all that a ticket has been in: the open one, else the next one, else the last one. */
export function readSprints(value: unknown): Sprint | undefined {
  const found = (Array.isArray(value) ? value : []).map(readOne).filter((one) => one !== undefined);
  return found.sort((one, other) => order.indexOf(one.state) - order.indexOf(other.state) || one.id - other.id).at(-1);
}

function readOne(value: unknown): Sprint | undefined {
  const { success, output } = v.safeParse(sprintShape, typeof value === 'string' ? fromJava(value) : value);
  return success ? readSprint(output) : undefined;
}

const names = [
  ...[
    'id',
    'rapidViewId',
    'state',
    'name',
    'startDate',
    'endDate',
    'completeDate',
    'activatedDate',
    'sequence',
    'goal',
  ],
  ...['synced', 'autoStartStop', 'incompleteIssuesDestinationId'],
];
const place = new RegExp(`(?:^|,)(${names.join('|')})=`);

/** Jira Server writes it as Java does: `…Sprint@1f[id=4,state=ACTIVE,name=One, two,startDate=<null>]`. */
function fromJava(words: string): object {
  const inner = words.slice(words.indexOf('[') + 1, words.lastIndexOf(']'));
  const [, ...parts] = inner.split(place);
  const pairs: [string, unknown][] = [];
  for (let at = 0; at < parts.length; at += 2) {
    const value = parts[at + 1] ?? '';
    pairs.push([parts[at] ?? '', value === '<null>' ? null : value]);
  }
  const read = Object.fromEntries(pairs);
  return { ...read, id: Number(read['id']) };
}

function timeOf(written: string | null | undefined): Date | undefined {
  const at = new Date(written ?? Number.NaN);
  return Number.isNaN(at.getTime()) ? undefined : at;
}
