/** What has the cursor go back to the line's beginning, or leaves nothing of the line. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape codes are what it looks for
const rewrite = /\r|\x1b\[(?:[01]?G|2K)/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape codes are what it looks for
const back = /\r|\x1b\[[01]?G/;
const erase = '\x1b[2K';

/** What was written last of a line that is written over and over: it stands there until something else does. */
export function lastRewrite(line: string): string {
  const erased = line.lastIndexOf(erase);
  const rest = erased === -1 ? line : line.slice(erased + erase.length);
  return rest.split(back).findLast((piece) => piece !== '') ?? '';
}

/** A line of which the beginning is missing, from where it was written anew; empty where it was not. */
export function fromRewrite(line: string): string {
  const found = rewrite.exec(line);
  return found === null ? '' : line.slice(found.index + found[0].length);
}
