import type { Written } from '../../context/tickets.ts';

/** What somebody wrote, as text, and whom they mention: by the ids of their accounts. */
export interface Prose {
  text: string;
  mentions: readonly string[];
}

interface Node {
  type?: unknown;
  text?: unknown;
  attrs?: Record<string, unknown>;
  content?: unknown;
}

/** A document of Jira Cloud. */
export function readAdf(document: unknown): Prose {
  const mentions: string[] = [];
  const read = (value: unknown): string => {
    if (typeof value !== 'object' || value === null) return '';
    const { type, text, attrs, content } = value as Node;
    const inner = Array.isArray(content) ? content.map(read).join(type === 'doc' ? '\n' : '') : '';
    if (type !== 'mention') return typeof text === 'string' ? text : inner;
    if (typeof attrs?.['id'] === 'string') mentions.push(attrs['id']);
    return typeof attrs?.['text'] === 'string' ? attrs['text'] : '@somebody';
  };
  return { text: read(document), mentions };
}

/** Markup of Jira Server, which Jira Cloud sends in places. */
export function readWiki(markup: string): Prose {
  const mentions = [...markup.matchAll(/\[~(?:accountid:)?([^\]\s]+)\]/g)].map(([, id = '']) => id);
  return { text: markup.replaceAll(/\[~(?:accountid:)?([^\]\s]+)\]/g, '@$1'), mentions };
}

export function writeAdf({ parts }: Written): object {
  const content = parts.map((part) =>
    typeof part === 'string'
      ? { type: 'text', text: part }
      : { type: 'mention', attrs: { id: part.id, text: `@${part.name}` } },
  );
  return { type: 'doc', version: 1, content: [{ type: 'paragraph', content }] };
}

export function writeWiki({ parts }: Written): string {
  return parts.map((part) => (typeof part === 'string' ? part : `[~${part.id}]`)).join('');
}
