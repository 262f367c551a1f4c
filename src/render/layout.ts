import type { Block, Span } from '../context/blocks.ts';
import { formatDuration } from '../context/duration.ts';
import type { Event, StepState } from '../context/events.ts';
import { createAnsiParser } from './ansi.ts';
import { inlineLine, inlineLines, splitLines } from './inline.ts';
import { cleanSpans, type Line, type Stream } from './line.ts';
import { layoutPairs, layoutTable } from './table.ts';

export type { Line } from './line.ts';

type Of<Type extends Event['type']> = Extract<Event, { type: Type }>;

const shortestShownDuration = 1000;

export const stepMarks: Readonly<Record<StepState, string>> = { running: '… ', done: '✓ ', failed: '✗ ' };

const marks: Record<StepState, Span> = {
  running: { text: stepMarks.running },
  done: { text: stepMarks.done, style: { color: 'green' } },
  failed: { text: stepMarks.failed, style: { color: 'red' } },
};

/** What blocks look like, before any surface draws them. */
export const layoutBlocks = (blocks: readonly Block[], stream: Stream): Line[] =>
  blocks.flatMap((block) => {
    const form = isFixed(block) ? 'fixed' : 'prose';
    return blockSpans(block).map((spans) => ({ spans, form, stream }) as const);
  });

const isFixed = (block: Block): boolean => block.type === 'table' || block.type === 'fields' || block.type === 'code';

function blockSpans(block: Block): Span[][] {
  switch (block.type) {
    case 'text':
      return inlineLines(block.text);
    case 'fields':
      return layoutPairs(
        block.fields.map(({ name, value }) => ({ name: inlineLine(name), value: inlineLines(value) })),
        block.names,
      );
    case 'table':
      return layoutTable(block.columns, block.rows);
    case 'list':
      return block.items.flatMap((item) => hang([{ text: '• ' }], inlineLines(item)));
    case 'code':
      return codeLines(block.text).map((text) => cleanSpans([{ text }]));
    case 'link':
      return [inlineLine({ text: block.text || block.url, link: block.url })];
    case 'image':
      return [atPath(block.alt, block.shown ?? block.path)];
    case 'file':
      return [atPath(block.title, block.shown ?? block.path)];
  }
}

function codeLines(text: string): string[] {
  const lines = splitLines(text);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

const atPath = (title: string, path: string): Span[] => inlineLine(title === '' ? path : `${title} (${path})`);

/** Puts a mark before the first line and keeps the others under its text. */
const hang = (mark: readonly Span[], lines: readonly (readonly Span[])[]): Span[][] => {
  const indent = { text: ' '.repeat(mark.reduce((width, span) => width + span.text.length, 0)) };
  return lines.map((spans, index) => {
    if (index === 0) return [...mark, ...spans];
    return spans.length === 0 ? [] : [indent, ...spans];
  });
};

/** Lays out one event on its own. Output whose styles last over several events wants `createLayout`. */
export const layoutEvent = (event: Event): Line[] => createLayout()(event);

/** Lays out the events of one run, in order: a style that a program sets lasts until it ends it. */
export function createLayout(): (event: Event) => Line[] {
  const parsers = { stdout: createAnsiParser(), stderr: createAnsiParser() };
  const layoutLines = ({ stream, text }: Of<'line'>): Line[] =>
    text.split('\n').map((line) => ({ spans: parsers[stream].parse(line), form: 'fixed', stream }));
  return (event) => (event.type === 'line' ? layoutLines(event) : layoutStateless(event));
}

function layoutStateless(event: Exclude<Event, Of<'line'>>): Line[] {
  switch (event.type) {
    case 'step':
      return [prose(stepSpans(event))];
    case 'note':
      return layoutNote(event);
    case 'result':
      return layoutBlocks(event.blocks, 'stdout');
    case 'error':
      return layoutError(event);
    case 'ask':
      return [prose(inlineLine(event.question))];
    case 'answer':
      return [prose(answerSpans(event))];
    // Whoever draws live asks for it.
    case 'progress':
    case 'started':
    case 'ring':
    case 'parked':
    case 'finished':
      return [];
  }
}

const prose = (spans: readonly Span[]): Line => ({ spans, form: 'prose', stream: 'stderr' });

function stepSpans({ title, state, ms }: Of<'step'>): Span[] {
  const spans = [marks[state], ...inlineLine(title)];
  if (state === 'running' || ms === undefined || ms < shortestShownDuration) return spans;
  return [...spans, { text: ` (${formatDuration(ms)})`, style: { dim: true } }];
}

const answers = { yes: 'yes', no: 'no', nothing: 'no answer' } as const;

function answerSpans({ question, said, by }: Of<'answer'>): Span[] {
  const who = said === 'nothing' ? '' : ` (${by})`;
  return inlineLine([`${question} `, { text: answers[said], style: { bold: true } }, who]);
}

function layoutNote({ level, blocks }: Of<'note'>): Line[] {
  const lines = layoutBlocks(blocks, 'stderr');
  if (level === 'info') return lines;
  const marked = hang(
    [{ text: '! ', style: { color: 'yellow' } }],
    lines.map((line) => line.spans),
  );
  return lines.map((line, index) => ({ ...line, spans: marked[index] ?? [] }));
}

function layoutError({ outcome, message, trace, hint, run }: Of<'error'>): Line[] {
  const arrow: Span[] = [{ text: '  ' }, { text: '→ ', style: { dim: true } }];
  return [
    ...hang([marks.failed], inlineLines(trace === undefined ? message : `${message}\n${trace}`)),
    ...(hint === undefined ? [] : hang(arrow, inlineLines(hint))),
    ...(outcome === 'bug' && run !== undefined ? [inlineLine({ text: `  run ${run}`, style: { dim: true } })] : []),
  ].map(prose);
}
