const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" };

const longest = 200;

/** What Graphite says was wrong, of the page that it says it on; empty for a page of something else. */
export function faultOf(page: string): string {
  const text = page
    .replaceAll(/<(style|script|head)\b.*?<\/\1>/gis, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&(amp|lt|gt|quot|#39|#x27);/g, (_, name: string) => entities[name] ?? ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  // `Invalid parameters (…); targets: "…"; func: "…"`: what was typed is known.
  const [, inner] = /^Invalid parameters \((.*?)\)(?:; (?:targets|source|func): .*)?$/s.exec(text) ?? [];
  return (inner ?? text).slice(0, longest);
}
