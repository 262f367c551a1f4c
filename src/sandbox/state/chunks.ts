import { markdownWire } from '../text/markdown.ts';
import type { Json, Stream } from './model.ts';

export type Chunk =
  | { type: 'markdown_text'; text: string }
  | { type: 'plan_update'; title: string }
  | {
      type: 'task_update';
      id: string;
      title: string;
      status: string;
      details?: string;
      output?: string;
      sources?: Json[];
    }
  | { type: 'blocks'; blocks: readonly Json[] };

type Task = Extract<Chunk, { type: 'task_update' }>;

const record = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {});
const records = (value: unknown): Json[] => (Array.isArray(value) ? value.map(record) : []);

/** The text in the one section of a card's details or output. */
const textIn = (richText: unknown): string =>
  String(record(records(record(records(record(richText)['elements'])[0])['elements'])[0])['text'] ?? '');

/** What a card says in more detail adds to what it said before. */
function added(before: unknown, more: string | undefined): Json | undefined {
  const text = textIn(before) + (more ?? '');
  if (text === '') return undefined;
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] };
}

function card(before: Json | undefined, task: Task): Json {
  const details = added(before?.['details'], task.details);
  const output = added(before?.['output'], task.output);
  const sources = task.sources ?? before?.['sources'];
  return {
    type: 'task_card',
    task_id: task.id,
    title: task.title,
    status: task.status,
    ...(details ? { details } : {}),
    ...(output ? { output } : {}),
    ...(sources ? { sources } : {}),
  };
}

/** The list with the task's card in it: in its place, or last. */
function withCard(list: readonly Json[], task: Task): Json[] {
  const isIt = (one: Json): boolean => one['type'] === 'task_card' && one['task_id'] === task.id;
  const before = list.find(isIt);
  if (!before) return [...list, card(undefined, task)];
  return list.map((one) => (one === before ? card(before, task) : one));
}

/** The blocks with a plan among them that was changed, or is new. */
function withPlan(blocks: readonly Json[], change: (plan: Json) => Json): Json[] {
  const before = blocks.find(({ type }) => type === 'plan');
  if (!before) return [...blocks, change({ type: 'plan', title: '', tasks: [] })];
  return blocks.map((block) => (block === before ? change(before) : block));
}

function withText(blocks: readonly Json[], text: string): Json[] {
  const last = blocks.at(-1);
  if (last?.['type'] !== 'markdown') return [...blocks, { type: 'markdown', text }];
  return [...blocks.slice(0, -1), { ...last, text: `${String(last['text'])}${text}` }];
}

function withChunk(blocks: readonly Json[], chunk: Chunk, display: Stream['display']): Json[] {
  switch (chunk.type) {
    case 'markdown_text':
      return chunk.text === '' ? [...blocks] : withText(blocks, chunk.text);
    case 'blocks':
      return [...blocks, ...chunk.blocks];
    case 'plan_update':
      return display === 'plan' ? withPlan(blocks, (plan) => ({ ...plan, title: chunk.title })) : [...blocks];
    case 'task_update':
      if (display !== 'plan') return withCard(blocks, chunk);
      return withPlan(blocks, (plan) => ({ ...plan, tasks: withCard(records(plan['tasks']), chunk) }));
  }
}

/** A message's blocks, grown by chunks: text in `markdown` blocks, tasks as cards, in a plan if they are shown as one. */
export const withChunks = (
  blocks: readonly Json[],
  chunks: readonly Chunk[],
  display: Stream['display'],
): readonly Json[] => chunks.reduce((grown, chunk) => withChunk(grown, chunk, display), [...blocks]);

/** The `text` that goes with such blocks: the words, and the titles of the cards after them. */
export function textOf(blocks: readonly Json[]): string {
  const words = blocks.filter(({ type }) => type === 'markdown').map(({ text }) => markdownWire(String(text)));
  const cards = blocks.flatMap((block) => (block['type'] === 'plan' ? records(block['tasks']) : [block]));
  const titles = cards.filter(({ type }) => type === 'task_card').map(({ title }) => String(title));
  return [words.join(''), ...titles].filter((part) => part !== '').join(' ');
}
