const bullets = ['•', '◦', '▪︎'] as const;
const counters = [String, letters, roman] as const;

const hundreds = ['', 'c', 'cc', 'ccc', 'cd', 'd', 'dc', 'dcc', 'dccc', 'cm'];
const tens = ['', 'x', 'xx', 'xxx', 'xl', 'l', 'lx', 'lxx', 'lxxx', 'xc'];
const ones = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];
const mostDeep = 8;

/** What Slack puts before an item of a list, by how deep it is: `•`, then `◦`; `1.`, then `a.` */
export function listMark(isOrdered: boolean, depth: number, number: number): string {
  const level = depth % 3;
  const mark = isOrdered ? `${counters[level]?.(number)}.` : bullets[level];
  return `${'    '.repeat(Math.min(depth, mostDeep))}${mark} `;
}

function letters(number: number): string {
  const rest = Math.floor((number - 1) / 26);
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(97 + ((number - 1) % 26));
}

function roman(number: number): string {
  const digit = (unit: number): number => Math.floor(number / unit) % 10;
  return `${'m'.repeat(Math.floor(number / 1000))}${hundreds[digit(100)]}${tens[digit(10)]}${ones[digit(1)]}`;
}
