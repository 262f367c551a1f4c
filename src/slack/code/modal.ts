import type { RunRecord } from '../../context/journal.ts';
import { formatLine } from '../../context/line.ts';
import { firstOf } from '../../render/cut.ts';

export const codeCallback = 'ops_code';
export const codeBlock = 'code';
const codeAction = 'value';

/** https://docs.slack.dev/reference/block-kit: characters that Slack takes. */
const longest = { text: 3000 } as const;

/** Of what a modal remembers. One of another version is refused, since nobody knows what it meant. */
const version = 1;

/** One field, which only whoever pressed sees. */
export function codeView(run: RunRecord, question: number): Record<string, unknown> {
  const words = `${formatLine(run.argv)} (run ${run.id}) runs with a one-time code of yours. Your authenticator app shows it.`;
  const [title, submit, close, label] = ['One-time code', 'Give', 'Cancel', 'The six digits'].map(plain);
  return {
    ...{ type: 'modal', callback_id: codeCallback, title, submit, close },
    private_metadata: JSON.stringify({ v: version, run: run.id, question }),
    blocks: [
      { type: 'section', text: plain(words) },
      {
        ...{ type: 'input', block_id: codeBlock, label },
        element: { type: 'plain_text_input', action_id: codeAction, min_length: 6, max_length: 7, focus_on_load: true },
      },
    ],
  };
}

const plain = (text: string) => ({ type: 'plain_text', text: firstOf(text, longest.text), emoji: false });

export interface Remembered {
  run: string;
  question: number;
}

export function remembered(metadata: unknown): Remembered | undefined {
  const { v, run, question } = parsed(metadata);
  if (v !== version || typeof run !== 'string' || typeof question !== 'number') return undefined;
  return { run, question };
}

function parsed(text: unknown): Record<string, unknown> {
  try {
    return Object(JSON.parse(String(text))) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** What was typed into the field, from a view's state. */
export function codeOf(state: unknown): string {
  const { values } = Object(state) as { values?: unknown };
  const field = Object(Object(Object(values)[codeBlock])[codeAction]) as { value?: unknown };
  return typeof field.value === 'string' ? field.value : '';
}
