/** It ends before what markup writes for a character. */
export const addressPattern = '(?:https?:\\/\\/(?:(?!&#?\\w+;)[^\\s<>"\'`[\\]{}|\\\\^])+)';
const address = new RegExp(addressPattern, 'g');
/** What ends a sentence ends no address. */
const ending = /[.,;:!?*)]+$/;

/** Text, and the addresses in it, in their order. */
export function splitAddresses(text: string): { text: string; isAddress: boolean }[] {
  const parts: { text: string; isAddress: boolean }[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    const whole = withoutEnding(found);
    if (!URL.canParse(whole)) continue;
    if (index > end) parts.push({ text: text.slice(end, index), isAddress: false });
    parts.push({ text: whole, isAddress: true });
    end = index + whole.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), isAddress: false });
  return parts;
}

/** A closing bracket belongs to an address that has an opening one. */
export function withoutEnding(found: string): string {
  const kept = found.replace(ending, '');
  return kept.includes('(') && found.startsWith(`${kept})`) ? `${kept})` : kept;
}
