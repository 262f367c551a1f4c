import { type Block, styled, text } from '../../context/blocks.ts';
import { OpsError } from '../../context/errors.ts';
import { formatLine } from '../../context/line.ts';
import { formatTime } from '../../context/time.ts';
import type { Need } from '../../policy/needs.ts';
import type { Approval, Status } from './facts.ts';

/** What a run waits for, and until when. */
export function waitingBlocks(run: string, { words, expires }: Status['request']): Block[] {
  return [
    ...words.map((need) => text(styled('Waits', { color: 'yellow' }), ` for ${need}`)),
    text(`until ${formatTime(expires)}: `, styled(`ops approve ${run}`, { code: true })),
  ];
}

export function approvalBlock({ person, at }: Approval): Block {
  return text(styled('✓', { color: 'green' }), ` ${person} approved it, ${formatTime(at)}`);
}

export function deniedBy({ person, reason }: { person: string; reason: string }): OpsError {
  return new OpsError('denied', `${person} denied it: ${reason}`);
}

/** Time has run out: for an answer, or for whoever was to carry it out. */
export function expired({ request: { expires, words }, missing }: Status): OpsError {
  const isMissing = missing.some((one) => one > 0);
  const what = isMissing ? `it waited for ${words.join(', and ')}` : 'it was approved, and nobody carried it out';
  return new OpsError('timeout', `its time was over at ${formatTime(expires)}: ${what}`);
}

export const editedWords = 'people, roles, rules or environments were edited since';

/** It takes what nobody was asked for. */
export function takesMore({ rule }: Pick<Need, 'rule'>, argv: readonly string[]): OpsError {
  const line = formatLine(argv);
  return new OpsError('denied', `${line} takes more by now: the rule ${rule} asks for it`, {
    hint: `ask again: ${line}`,
  });
}

/** What was approved is not what would run. */
export function movedWords(moved: 'line' | 'plan' | 'policy'): string {
  const what = {
    line: 'the line is another one',
    plan: 'what would run is another plan: it moved since',
    policy: editedWords,
  }[moved];
  return `the approval is void and nothing was run: ${what}`;
}
