import { encode } from 'uqr';

/** Modules that are to stay empty around a code: fewer than the standard asks for, and enough for phones. */
const border = 2;

/** Black on white, whatever the colours of the terminal are: two rows of modules a line. */
export function qrLines(text: string): string[] {
  const modules = encode(text, { ecc: 'L', border }).data;
  const lines: string[] = [];
  for (let row = 0; row < modules.length; row += 2) {
    const cells = modules[row]?.map((upper, column) => cell(upper, modules[row + 1]?.[column] === true)) ?? [];
    lines.push(`\u001b[38;5;16;48;5;231m${cells.join('')}\u001b[0m`);
  }
  return lines;
}

function cell(upper: boolean, lower: boolean): string {
  if (upper) return lower ? '█' : '▀';
  return lower ? '▄' : ' ';
}
