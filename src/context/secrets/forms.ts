/** A shorter form would be found in innocent text. The value itself counts however short it is. */
const shortest = 6;
/** A line of a value that has several counts on its own from so many characters. */
const shortestLine = 8;

/**
 * All that a secret value is found by: as it is; in base64, alone or within a longer text; as an address, JSON, a shell
 * or a page of HTML write it; in hexadecimal digits.
 */
export function formsOf(secret: string): string[] {
  const others = [
    ...[jsonOf, addressesOf, shellOf, htmlOf, linesOf].flatMap((encode) => encode(secret)),
    ...base64Of(secret),
    ...hexOf(secret),
  ];
  return [...new Set([secret, ...others.filter((other) => other.length >= shortest)])];
}

/** The whole, and what it always becomes in base64 of a longer text, such as `user:secret`: one form an offset of its bytes. */
export function base64Of(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const within = [0, 1, 2].map((offset) => {
    const longer = Buffer.concat([Buffer.alloc(offset), bytes]);
    return longer.toString('base64').slice(Math.ceil((offset * 8) / 6), Math.floor((longer.length * 8) / 6));
  });
  const whole = bytes.toString('base64');
  const forms = [whole, whole.replace(/=+$/, ''), ...within];
  return [...new Set([...forms, ...forms.map(urlAlphabet)])].filter((form) => form.length >= shortest);
}

const urlAlphabet = (value: string): string => value.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

function hexOf(secret: string): string[] {
  const digits = Buffer.from(secret).toString('hex');
  return [digits, digits.toUpperCase()];
}

function jsonOf(secret: string): string[] {
  const plain = JSON.stringify(secret).slice(1, -1);
  const forms = [plain, ascii(plain), ascii(plain, (digits) => digits.toUpperCase())];
  return [...forms, ...forms.map((form) => form.replaceAll('/', '\\/')), JSON.stringify(plain).slice(1, -1)];
}

const ascii = (value: string, write: (digits: string) => string = (digits) => digits): string =>
  value.replace(/[^\0-~]/g, (unit) => `\\u${write(unit.charCodeAt(0).toString(16).padStart(4, '0'))}`);

/** As browsers, `curl` and most languages write it: they differ in what they leave as it is. */
function addressesOf(secret: string): string[] {
  const form = new URLSearchParams({ secret }).toString().slice('secret='.length);
  const component = encodeURIComponent(secret.toWellFormed());
  const strict = component.replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  const forms = [form, component, strict, strict.replaceAll('%20', '+'), strict.replaceAll('%2F', '/')];
  return forms.flatMap((value) => [value, value.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())]);
}

/** Within single quotes, and word by word as `printf %q` does. */
function shellOf(secret: string): string[] {
  const quoted = ["'\\''", `'"'"'`].map((quote) => secret.replaceAll("'", quote));
  return [...quoted, secret.replace(/[^\w@%+=:,./-]/g, '\\$&'), secret.replace(/["$`\\]/g, '\\$&')];
}

const htmlTables: readonly Readonly<Record<string, string>>[] = [
  { '&': '&amp;', '<': '&lt;', '>': '&gt;' },
  { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' },
  { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
  { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' },
  { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' },
  { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;' },
];

const htmlOf = (secret: string): string[] =>
  htmlTables.map((table) => secret.replace(/[&<>"']/g, (sign) => table[sign] ?? sign));

function linesOf(secret: string): string[] {
  if (!secret.includes('\n')) return [];
  const lines = secret.split(/\r?\n/);
  return [lines.join('\r\n'), lines.join('\n'), ...lines.filter((line) => line.trim().length >= shortestLine)];
}
