import { encode } from 'uqr';
import { expect, it } from 'vitest';
import { qrLines } from '../../../src/render/qr.ts';

const address = 'otpauth://totp/ops%20shop:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=ops%20shop';
const style = '\u001b[38;5;16;48;5;231m';
const halves: Readonly<Record<string, [boolean, boolean]>> = {
  ' ': [false, false],
  '▀': [true, false],
  '▄': [false, true],
  '█': [true, true],
};

it('draws the modules of a QR code, two rows a line', () => {
  const rows = qrLines(address).flatMap((line) => {
    const cells = [...line.slice(style.length, -'\u001b[0m'.length)].map((cell) => halves[cell] ?? []);
    return [cells.map(([upper]) => upper), cells.map(([, lower]) => lower)];
  });
  const { data } = encode(address, { ecc: 'L', border: 2 });
  expect(rows.slice(0, data.length)).toEqual(data);
  expect(rows.slice(data.length).flat().some(Boolean)).toBe(false);
});

it('draws black on white whatever the colours of the terminal are, in no more lines than a screen has', () => {
  const lines = qrLines(address);
  for (const line of lines) expect(line.startsWith(style)).toBe(true);
  expect(lines.length).toBeLessThan(24);
});
