const units = [
  ['GB', 1e9],
  ['MB', 1e6],
  ['kB', 1e3],
] as const;

/** `24 kB`, `1.2 MB`: the same words wherever a file is spoken of. */
export function formatSize(bytes: number): string {
  // 999,950 bytes and more would be shown as 1000 kB.
  const [unit, size] = units.find(([, each]) => bytes >= each * 0.99995) ?? ['B', 1];
  const value = bytes / size;
  return `${value < 9.95 && size > 1 ? Number(value.toFixed(1)) : Math.round(value)} ${unit}`;
}

/** `500kB`, `25MB`, `1GB`, or a number of bytes; undefined for anything else. */
export function readSize(value: string | number): number | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value > 0 ? value : undefined;
  const [, digits, unit] = /^(\d{1,6}) ?(kB|KB|MB|GB)$/.exec(value) ?? [];
  const [, size] = units.find(([name]) => name.toUpperCase() === unit?.toUpperCase()) ?? [];
  const bytes = Number(digits) * (size ?? Number.NaN);
  return bytes > 0 ? bytes : undefined;
}
