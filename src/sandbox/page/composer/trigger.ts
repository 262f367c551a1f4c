/** What is being typed that can be completed. */
export interface Trigger {
  kind: 'mention' | 'channel' | 'emoji' | 'command';
  /** Without its first character. */
  query: string;
  /** Where its first character stands, and where the caret is. */
  from: number;
  to: number;
}

const patterns: readonly (readonly [kind: Trigger['kind'], pattern: RegExp])[] = [
  // One blank, for somebody's full name.
  ['mention', /(?<![\p{L}\p{N}_.])@((?:[\p{L}\p{N}_.-]+ ?)?[\p{L}\p{N}_.-]*)$/u],
  ['channel', /(?<![\p{L}\p{N}_&])#([\p{L}\p{N}_-]*)$/u],
  ['emoji', /(?<![\p{L}\p{N}:]):([\p{L}\p{N}_+'-]{2,})$/u],
];

/** Nothing that is looked for is longer. */
const reach = 100;

const count = (text: string, piece: string): number => text.split(piece).length - 1;

/** In code an @ is an @. */
function isInCode(before: string): boolean {
  if (count(before, '```') % 2 === 1) return true;
  const line = before.slice(before.lastIndexOf('\n') + 1).replaceAll('```', '');
  return count(line, '`') % 2 === 1;
}

/** What stands before the caret and can be completed. */
export function triggerAt(text: string, caret: number, withCommands: boolean): Trigger | undefined {
  const before = text.slice(0, caret);
  const command = withCommands ? /^\/([\w-]*)$/u.exec(before) : null;
  if (command) return { kind: 'command', query: command[1] ?? '', from: 0, to: caret };
  const near = before.slice(-reach);
  for (const [kind, pattern] of patterns) {
    const found = pattern.exec(near);
    if (!found) continue;
    const from = before.length - near.length + found.index;
    return isInCode(before.slice(0, from)) ? undefined : { kind, query: found[1] ?? '', from, to: caret };
  }
  return undefined;
}
