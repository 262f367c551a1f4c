export const linesOf = (text: string): string[] => text.split(/\r\n|[\n\r\u2028\u2029]/);

/** Puts a mark before the first line, and another one before all others. */
export function hang(first: string, others: string, lines: readonly string[]): string[] {
  return lines.map((line, index) => {
    const mark = index === 0 ? first : others;
    return line === '' ? mark.trimEnd() : `${mark}${line}`;
  });
}

/** Code between fences that none of its lines ends. */
export function fenced(content: string, language = ''): string[] {
  const longest = (content.match(/`{3,}/g) ?? []).reduce((most, { length }) => Math.max(most, length), 2);
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${/^[\w+#.-]+$/.test(language) ? language : ''}`, ...linesOf(content.replace(/\n$/, '')), fence];
}

/** Nothing empty at the ends, and one empty line at a time between; code stays as it is. */
export function tidyLines(lines: readonly string[]): string {
  const kept: string[] = [];
  let fence: string | undefined;
  for (const line of lines) {
    const [, mark] = /^[ >]*(`{3,})/.exec(line) ?? [];
    if (fence === undefined && mark !== undefined) fence = mark;
    else if (fence !== undefined && line.trimEnd().endsWith(fence)) fence = undefined;
    if (fence !== undefined || line.trim() !== '' || (kept.at(-1) ?? '').trim() !== '') kept.push(line);
  }
  while (kept.length > 0 && kept.at(-1)?.trim() === '') kept.pop();
  return kept.join('\n');
}
