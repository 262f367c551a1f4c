import { createHash } from 'node:crypto';
import type { InputValues } from '../../command/define.ts';
import { isFileInput } from '../../context/file-input.ts';

/** What an approval is for: another line, plan or policy is not approved. */
export interface Bound {
  line: string;
  plan: string;
  policy: string;
}

export interface Binding {
  /** By name: how a line was typed does not matter, what was read of it does. */
  command: string;
  input: InputValues;
  /** Why it is to run in spite of a freeze. */
  override?: string | undefined;
  plan: unknown;
  /** What stands behind the names in it. */
  content?: unknown;
  /** A secret does not become a hash that can be tried against. */
  redact(text: string): string;
  /** All that decides who may do what, as text. */
  policy: string;
}

export function boundTo({ command, input, override, plan, content, redact, policy }: Binding): Bound {
  return {
    line: digest(redact(canonical({ command, input, override }))),
    plan: digest(redact(canonical({ plan, content }))),
    policy: digest(policy),
  };
}

/** A short name for all of it. */
export function markOf({ line, plan, policy }: Bound): string {
  return digest(canonical([line, plan, policy])).slice(0, 16);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** JSON that is the same for what is the same, whatever the order of its keys. */
export function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) => {
      if (isFileInput(part)) return { name: part.name, size: part.size };
      if (typeof part === 'bigint') return `${part}n`;
      if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
      return Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)));
    }) ?? 'undefined'
  );
}
