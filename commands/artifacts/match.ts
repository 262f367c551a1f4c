/**
 * Whether a name, or its last part, holds a text, in capitals or not; with `*`, which stands for anything, whether it is
 * so from its beginning to its end.
 */
export function createMatch(pattern: string): (name: string) => boolean {
  const wanted = plain(pattern);
  if (!wanted.includes('*')) return (name) => plain(name).includes(wanted);
  const [first = '', ...rest] = wanted.split('*');
  const last = rest.pop() ?? '';
  const fits = (name: string): boolean => {
    if (!name.startsWith(first)) return false;
    let at = first.length;
    for (const part of rest) {
      const found = name.indexOf(part, at);
      if (found === -1) return false;
      at = found + part.length;
    }
    return name.length - last.length >= at && name.endsWith(last);
  };
  return (name) => fits(plain(name)) || fits(plain(name.slice(name.lastIndexOf('/') + 1)));
}

const plain = (text: string): string => text.normalize('NFC').toLowerCase();
