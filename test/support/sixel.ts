/** What a terminal makes of sixel codes: a colour a point, as the codes name it, or undefined where nothing was drawn. */
export function decodeSixel(codes: string): { width: number; height: number; points: (string | undefined)[] } {
  const [start, end] = ['\x1bP0;1q"1;1;', '\x1b\\'];
  const isWhole = codes.startsWith(start) && codes.endsWith(end);
  const inner = isWhole ? codes.slice(start.length, -end.length) : '';
  const [, size = '', body = ''] = /^(\d+;\d+)([\s\S]*)$/.exec(inner) ?? [];
  const [width = 0, height = 0] = size.split(';').map(Number);
  const registers = new Map<number, string>();
  const points: (string | undefined)[] = Array.from({ length: width * height });
  let [x, top, color] = [0, 0, 0];
  for (const [, register, defined, count, character, move] of body.matchAll(
    /#(\d+)(?:;2;(\d+;\d+;\d+))?|(?:!(\d+))?([?-~])|([$-])/g,
  )) {
    if (register !== undefined) {
      color = Number(register);
      if (defined !== undefined) registers.set(color, defined);
    } else if (character !== undefined) {
      const mask = character.charCodeAt(0) - 63;
      for (let times = Number(count ?? 1); times > 0; times--, x++) {
        for (let row = 0; row < 6; row++) {
          if ((mask >> row) & 1) points[(top + row) * width + x] = registers.get(color);
        }
      }
    } else {
      x = 0;
      if (move === '-') top += 6;
    }
  }
  return { width, height, points };
}
