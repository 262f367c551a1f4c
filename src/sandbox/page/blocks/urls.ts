const linked = new Set(['http:', 'https:', 'mailto:', 'tel:', 'slack:']);
const shown = new Set(['http:', 'https:']);

function parsed(value: unknown, base?: string): URL | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  return URL.parse(value, base) ?? undefined;
}

/** An address that may be followed, undefined for any other: a script's, a file's, a relative one. */
export function linkUrl(value: unknown): string | undefined {
  const url = parsed(value);
  return url && linked.has(url.protocol) ? url.href : undefined;
}

/** Where a picture may come from: the web, or the page's own server. */
export function imageUrl(value: unknown, page: string = globalThis.location?.href): string | undefined {
  const url = parsed(value, page);
  return url && shown.has(url.protocol) ? url.href : undefined;
}

/** A bare address without the punctuation of the sentence that it stands in; a bracket that it opened is its own. */
export function trimAddress(address: string): string {
  const trimmed = address.replace(/[.,;:!?'"*_~\])}]+$/u, '');
  const isOpen = trimmed.lastIndexOf('(') > trimmed.lastIndexOf(')');
  return isOpen && address.charAt(trimmed.length) === ')' ? `${trimmed})` : trimmed;
}
