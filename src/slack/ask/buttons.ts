import type { Outcome } from '../../context/errors.ts';
import type { Typed } from '../../context/host.ts';
import { mask } from '../../context/redact.ts';
import type { Button } from '../../render/slack.ts';
import { fieldsOf, textOf } from './ask.ts';

/** Of what stands in a button. A button of another version is refused, since nobody knows what it meant. */
const version = 1;
const value = /^(\d+):([0-9a-z]{8})(?:\.(\d{1,6})(?:=([a-z0-9-]{1,1000}))?|@([0-9a-f]{16}))?$/;

/** What a button's value says. */
export interface ButtonValue {
  isCurrent: boolean;
  run: string;
  /** The question's number within the run. */
  question: number | undefined;
  /** The word that it carries. */
  word: string | undefined;
  /** The plan that an approval is for. */
  mark: string | undefined;
}

export function readValue(said: unknown): ButtonValue | undefined {
  const [, made, run, asked, word, mark] = (typeof said === 'string' && value.exec(said)) || [];
  if (run === undefined) return undefined;
  const question = asked === undefined ? undefined : Number(asked);
  return { isCurrent: Number(made) === version, run, question, word, mark };
}

export interface ButtonView {
  run: string;
  line: string;
  state: 'waiting' | 'running' | Outcome;
  /** The number of the question that is open. */
  question?: number | undefined;
  /** The plan that it waits for approval of. */
  mark?: string | undefined;
  /** What a yes to it must say. */
  typed?: Typed | undefined;
  /** Only a one-time code answers it. */
  isCode?: boolean | undefined;
  /** Nothing of the output was left out. */
  isWhole: boolean;
  /** It makes sense to run it again. */
  isRepeatable: boolean;
  /** What it lacks can be filled in. */
  isFillable?: boolean;
}

/**
 * What can be pressed in a run's message. Rooms are to stay quiet: of a run that has ended, what it takes to run it
 * again; its log only where the message does not hold all of it.
 */
export function buttonsFor(view: ButtonView): Button[] {
  const { run, line, state, question, mark, isWhole, isRepeatable, isFillable } = view;
  const of = `${version}:${run}`;
  if (mark !== undefined) return [...approvalButtons(`${of}@${mark}`, line), stopButton(of, line)];
  // No ends it too: a third button would only be pressed by mistake.
  if (question !== undefined) return questionButtons(`${of}.${question}`, view);
  if (state === 'waiting' || state === 'running') return [stopButton(of, line)];
  if (state === 'usage' && isFillable) return [{ action: 'form:open', text: 'Fill in', value: of, style: 'primary' }];
  // Nothing ran, and nothing would.
  if (state === 'usage') return [];
  return [
    ...(isRepeatable ? [{ action: 'run:rerun', text: 'Run again', value: of }] : []),
    ...(isWhole ? [] : [{ action: 'run:log', text: 'Show log', value: of }]),
  ];
}

function questionButtons(value: string, { typed, isCode }: ButtonView): Button[] {
  const no = { action: 'question:no', text: 'No', value };
  if (isCode) return [{ action: 'question:code', text: 'Give code …', value, style: 'primary' }, no];
  return [
    typed === undefined
      ? { action: 'question:yes', text: 'Yes', value, style: 'primary' }
      : { action: 'question:yes', text: typed.button, value: `${value}=${typed.word}`, style: 'danger' },
    no,
  ];
}

function approvalButtons(value: string, line: string): Button[] {
  const confirm = { title: 'Approve this run?', text: `${line} runs then.`, yes: 'Approve', no: 'Not now' };
  return [
    { action: 'approval:approve', text: 'Approve', value, style: 'primary', confirm },
    { action: 'approval:deny', text: 'Deny …', value },
  ];
}

function stopButton(of: string, line: string): Button {
  const confirm = {
    title: 'Stop this run?',
    text: `${line} ends, with all that it started.`,
    yes: 'Stop it',
    no: 'Go on',
  };
  return { action: 'run:stop', text: 'Stop', value: of, style: 'danger', confirm };
}

/** Lines about another run, which has buttons of its own. */
const aboutOthers: ReadonlySet<string | undefined> = new Set(['stop', 'log', 'approve', 'deny']);

/** Not what was typed with a secret: that is not kept. */
export function isRepeatable(argv: readonly string[]): boolean {
  return !aboutOthers.has(argv[0]) && !argv.some((word) => word.includes(mask));
}

/** What tells the question that a message asks from others. */
export const questionIn = (blocks: readonly unknown[]): string | undefined => valueIn(blocks, 'question:');

/** What tells the approval that a message asks for from others. */
export const approvalIn = (blocks: readonly unknown[]): string | undefined => valueIn(blocks, 'approval:');

function valueIn(blocks: readonly unknown[], kind: string): string | undefined {
  const actions = blocks.find((block) => fieldsOf(block)['type'] === 'actions');
  const elements = fieldsOf(actions)['elements'];
  const [first] = Array.isArray(elements) ? elements.map(fieldsOf) : [];
  return String(first?.['action_id']).startsWith(kind) ? textOf(first?.['value']) : undefined;
}
