/** A node of the Atlassian Document Format as it came: whatever does not fit is empty. */
export interface AdfNode {
  type: string;
  attrs: Readonly<Record<string, unknown>>;
  content: readonly unknown[];
  marks: readonly unknown[];
  text: string;
}

export function readNode(value: unknown): AdfNode | undefined {
  if (!isRecord(value)) return undefined;
  const { type, attrs, content, marks, text } = value;
  return {
    type: typeof type === 'string' ? type : '',
    attrs: isRecord(attrs) ? attrs : {},
    content: Array.isArray(content) ? content : [],
    marks: Array.isArray(marks) ? marks : [],
    text: typeof text === 'string' ? text : '',
  };
}

export const readNodes = (values: readonly unknown[]): AdfNode[] =>
  values.map(readNode).filter((node) => node !== undefined);

/** The first of these attributes that says something. */
export function attribute({ attrs }: AdfNode, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = attrs[name];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return undefined;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
