import { attribute, isRecord, readNode } from './adf-node.ts';

/** Account ids of the people whom a document mentions, each once, in the order of the document. */
export function adfMentions(document: unknown): string[] {
  const found = new Set<string>();
  const waiting: unknown[] = [document];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (Array.isArray(value)) {
      for (let index = value.length - 1; index >= 0; index -= 1) waiting.push(value[index]);
      continue;
    }
    const node = isRecord(value) ? readNode(value) : undefined;
    if (node === undefined) continue;
    const id = node.type === 'mention' ? attribute(node, 'id') : undefined;
    if (id !== undefined) found.add(id);
    waiting.push(node.content);
  }
  return [...found];
}
