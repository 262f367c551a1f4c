import type { Person } from './shapes.ts';
import type { Edition } from './site.ts';

/** A paragraph with people in it, as an edition keeps it. */
export type Paragraph = readonly (string | Person)[];

/** What somebody writes: a document for Jira Cloud, markup for Jira Server. */
export function write(edition: Edition, ...paragraphs: readonly Paragraph[]): unknown {
  if (edition === 'server') {
    const line = (parts: Paragraph) =>
      parts.map((part) => (typeof part === 'string' ? part : `[~${part.id}]`)).join('');
    return paragraphs.map(line).join('\n\n');
  }
  const content = paragraphs.map((parts) => ({
    type: 'paragraph',
    content: parts.map((part) =>
      typeof part === 'string'
        ? { type: 'text', text: part }
        : { type: 'mention', attrs: { id: part.id, text: `@${part.name}`, accessLevel: '' } },
    ),
  }));
  return { type: 'doc', version: 1, content };
}
