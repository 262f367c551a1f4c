/** As much of a Storage as is needed. */
export interface Keep {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export interface Drafts {
  read(key: string): string;
  write(key: string, text: string): void;
  /** Puts back what could not be sent, before what was typed since; the whole. */
  restore(key: string, text: string): string;
}

/** What one person typed is not for another. */
export const draftKey = (as: string, channel: string, thread?: string): string =>
  `draft/${as}/${channel}/${thread ?? ''}`;

/** What was typed and not sent, by person, room and thread. A full or forbidden storage costs the draft on reload, nothing else. */
export function createDrafts(keep: Keep): Drafts {
  const drafts = new Map<string, string>();
  const load = (key: string): string => {
    try {
      return keep.getItem(key) ?? '';
    } catch {
      return '';
    }
  };
  const read = (key: string): string => drafts.get(key) ?? load(key);
  const write = (key: string, text: string): void => {
    drafts.set(key, text);
    try {
      if (text === '') keep.removeItem(key);
      else keep.setItem(key, text);
    } catch {
      // It is in the map.
    }
  };
  const restore = (key: string, text: string): string => {
    const typed = read(key);
    const whole = typed === '' ? text : `${text}\n${typed}`;
    write(key, whole);
    return whole;
  };
  return { read, write, restore };
}
