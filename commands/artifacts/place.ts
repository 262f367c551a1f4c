/** Where an artifact goes in a folder, or why it may not go there. */
export type Place = { parts: readonly string[] } | { fault: string };

/** Systems disagree on what divides a name: whatever does for one of them, does. */
const divider = /[/\\]/;

/** What an artifact is called comes from whoever builds: it may not lead out of the folder, nor where git looks for orders. */
export function placeOf(name: string): Place {
  if (/^[/\\]|^[a-z]:/i.test(name)) return { fault: 'it is the name of a place on a disk' };
  if (/\p{Cc}/u.test(name)) return { fault: 'it holds characters that are not shown' };
  const parts = name.split(divider).filter((part) => part !== '' && part !== '.');
  if (parts.length === 0) return { fault: 'it is no name' };
  if (parts.some((part) => /^\.[. ]+$/.test(part))) return { fault: 'it leads out of the folder' };
  if (parts.some((part) => /^\.git[. ]*$/i.test(part))) return { fault: 'git keeps its own there' };
  return { parts };
}

/** Places that two artifacts would have, also where capitals make no difference. */
export function sharedPlaces(places: readonly (readonly string[])[]): string[] {
  const seen = new Set<string>();
  return places.flatMap((parts) => {
    const path = parts.join('/');
    const key = path.normalize('NFC').toLowerCase();
    const isShared = seen.has(key);
    seen.add(key);
    return isShared ? [path] : [];
  });
}
