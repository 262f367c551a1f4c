/** Kinds of files that are told by their first bytes, and what their names end with. */
const signatures: readonly { type: string; extension: string; bytes: readonly number[]; at?: number }[] = [
  { type: 'image/png', extension: '.png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', extension: '.jpg', bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/gif', extension: '.gif', bytes: [0x47, 0x49, 0x46, 0x38] },
  { type: 'image/webp', extension: '.webp', bytes: [0x57, 0x45, 0x42, 0x50], at: 8 },
  { type: 'application/pdf', extension: '.pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'application/zip', extension: '.zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { type: 'application/gzip', extension: '.gz', bytes: [0x1f, 0x8b] },
];

const types: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  gif: 'image/gif',
  gz: 'application/gzip',
  html: 'text/html',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  json: 'application/json',
  log: 'text/plain',
  md: 'text/markdown',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  tsv: 'text/tab-separated-values',
  txt: 'text/plain',
  webp: 'image/webp',
  xml: 'application/xml',
  yaml: 'application/yaml',
  yml: 'application/yaml',
  zip: 'application/zip',
};

/** What a file's name says of its kind: `text/csv`. */
export function typeOfName(name: string): string {
  const [, ending = ''] = /\.([^.]+)$/.exec(name.toLowerCase()) ?? [];
  return types[ending] ?? 'application/octet-stream';
}

const found = (start: Uint8Array) =>
  signatures.find(({ bytes, at = 0 }) => bytes.every((byte, index) => start[at + index] === byte));

/** What the name of a file with these first bytes should end with: `.png`; empty where nobody knows. */
export const extensionOf = (start: Uint8Array): string => found(start)?.extension ?? '';

/** Why these first bytes cannot be a file of that kind; undefined where they may be. */
export function unlike(type: string, start: Uint8Array): string | undefined {
  const known = found(start);
  if (known?.type === type) return undefined;
  if (signatures.some((signature) => signature.type === type)) {
    return known === undefined ? `it does not begin as ${type} does` : `it is ${known.type}`;
  }
  if (!type.startsWith('text/') && type !== 'application/json') return undefined;
  return start.includes(0) ? `it is not ${type}: it holds zero bytes` : undefined;
}
