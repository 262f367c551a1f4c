import type { RichTextElement, RichTextPart } from '../../render/rich-text.ts';
import { escapeText, type MessageBlock } from '../../render/slack.ts';
import type { Content } from '../delivery/deliver.ts';

type User = Extract<RichTextPart, { type: 'user' }>;

const partsOf = (blocks: readonly unknown[]): RichTextPart[][] =>
  (blocks as readonly MessageBlock[])
    .flatMap((block) => (block.type === 'rich_text' ? block.elements : []))
    .map(({ elements }: RichTextElement) => elements);

const isUser = (part: RichTextPart): part is User => part.type === 'user';

/** The members whom a message names so that they are called, where it is new. */
export const calledIn = (blocks: readonly unknown[]): string[] =>
  partsOf(blocks).flatMap((parts) => parts.filter(isUser).map(({ user_id }) => user_id));

/** An edit calls nobody: the lines of a message that name members who were not called yet, as a message of their own. */
export function uncalled(blocks: readonly unknown[], called: ReadonlySet<string>): Content | undefined {
  const isMissed = (part: RichTextPart): boolean => isUser(part) && !called.has(part.user_id);
  const lines = partsOf(blocks)
    .flatMap(linesOf)
    .filter((line) => line.some(isMissed));
  if (lines.length === 0) return undefined;
  const elements = lines.flatMap((line, index) =>
    index === 0 ? line : [{ type: 'text', text: '\n' } as const, ...line],
  );
  const text = elements.map(fallback).join('');
  return { text, blocks: [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }], isFinal: true };
}

function linesOf(parts: readonly RichTextPart[]): RichTextPart[][] {
  const lines: RichTextPart[][] = [[]];
  for (const part of parts) {
    if (part.type !== 'text') {
      lines.at(-1)?.push(part);
      continue;
    }
    for (const [index, text] of part.text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ ...part, text });
    }
  }
  return lines;
}

const longest = 3000;

/** For notifications, where Slack puts the name in. */
function fallback(part: RichTextPart): string {
  if (isUser(part)) return `<@${part.user_id}>`;
  return escapeText(part.type === 'link' ? (part.text ?? part.url) : part.text, longest);
}
