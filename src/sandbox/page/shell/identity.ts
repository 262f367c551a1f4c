/** White is read well on each of them. */
const colors = [
  '#9d3a5c',
  '#b0413e',
  '#a3542a',
  '#8a6116',
  '#5f7022',
  '#2f7a4b',
  '#1f7a72',
  '#1f6f93',
  '#3a63ad',
  '#5a54b5',
  '#7d4aa8',
  '#96408f',
] as const;

function numberOf(id: string): number {
  let value = 2166136261;
  for (const character of id) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 16777619) >>> 0;
  return value;
}

/** The same colour for the same id, always. */
export const colorOf = (id: string): string => colors[numberOf(id) % colors.length] ?? colors[0];

/** One or two letters to know somebody by. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s._-]+/u).filter((word) => word !== '');
  const letters = words.slice(0, 2).map((word) => [...word][0] ?? '');
  return letters.join('').toUpperCase() || '?';
}
