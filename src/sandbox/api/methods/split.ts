const longest = 4040;
const piece = 4000;

/** Where a piece ends: at the end of a line in its second half, else where it is full, but never within a character. */
function endOf(text: string): number {
  const line = text.lastIndexOf('\n', piece);
  if (line >= piece / 2) return line;
  return /[\uD800-\uDBFF]/u.test(text.charAt(piece - 1)) ? piece - 1 : piece;
}

/** Text as Slack takes it: up to 4,040 characters are one message, more are several of at most 4,000. */
export function splitText(text: string): string[] {
  if (text.length <= longest) return [text];
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > piece) {
    const end = endOf(rest);
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end).replace(/^\n/u, '');
  }
  return [...pieces, rest].filter((part) => part.trim() !== '');
}
