import type { Edition } from './site.ts';

/** What is wrong with a text that somebody wrote: a document of Jira Cloud, or markup of Jira Server. */
export function bodyFault(body: unknown, edition: Edition): string | undefined {
  if (edition === 'server') {
    if (typeof body !== 'string') return 'Operation value must be a string';
    return body.trim() === '' ? 'Comment body can not be empty!' : undefined;
  }
  const { type, version, content } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  if (type !== 'doc' || version !== 1 || !Array.isArray(content))
    return 'Operation value must be an Atlassian Document (see the Atlassian Document Format)';
  if (content.length === 0) return 'Comment body can not be empty!';
  return content.every((node) => isNode(node, 'doc')) ? undefined : 'INVALID_INPUT';
}

const inline = new Set(['text', 'hardBreak', 'mention', 'emoji', 'inlineCard', 'date', 'status']);
const lists = new Set(['bulletList', 'orderedList']);
const blocks = new Set([
  'paragraph',
  'heading',
  'codeBlock',
  'blockquote',
  'rule',
  'panel',
  'table',
  'mediaSingle',
  ...lists,
]);

/** Its place and its parts, as far as `ops` writes such. */
function isNode(node: unknown, parent: string): boolean {
  const { type, text, attrs, content = [] } = (node ?? {}) as Record<string, unknown>;
  if (typeof type !== 'string' || !Array.isArray(content)) return false;
  if (type === 'text') return typeof text === 'string' && text !== '' && isWithin(type, parent);
  if (type === 'mention') return typeof (attrs as { id?: unknown })?.id === 'string' && isWithin(type, parent);
  return isWithin(type, parent) && content.every((one) => isNode(one, type));
}

function isWithin(type: string, parent: string): boolean {
  if (parent === 'codeBlock') return type === 'text';
  if (parent === 'paragraph' || parent === 'heading') return inline.has(type);
  if (lists.has(parent)) return type === 'listItem';
  if (parent === 'doc' || parent === 'listItem' || parent === 'blockquote' || parent === 'panel')
    return blocks.has(type);
  return true;
}
