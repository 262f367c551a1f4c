/** What of a key press decides. */
export interface KeyPress {
  key: string;
  keyCode: number;
  isComposing: boolean;
  shiftKey: boolean;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

export type Mark = 'bold' | 'italic' | 'strike' | 'code' | 'fence' | 'quote';

export type Action =
  | { does: 'send' | 'break' | 'take' | 'next' | 'previous' | 'dismiss' | 'cancel' | 'editLast' }
  | { does: 'format'; mark: Mark };

export interface Situation {
  /** Cmd does what Ctrl does elsewhere. */
  isMac: boolean;
  /** There is no Shift on a phone: its Enter breaks the line and the button sends. */
  isTouch: boolean;
  /** A list of suggestions is open. */
  isSuggesting: boolean;
  isEmpty: boolean;
}

/** While an input method composes, Enter takes its suggestion. Safari says so with key code 229 alone. */
export const isComposing = (press: KeyPress): boolean => press.isComposing || press.keyCode === 229;

const format = (mark: Mark): Action => ({ does: 'format', mark });

function formatOf(press: KeyPress): Action | undefined {
  const key = press.key.toLowerCase();
  if (press.altKey) return press.shiftKey && (key === 'c' || key === 'ç') ? format('fence') : undefined;
  if (press.shiftKey) {
    if (key === 'x') return format('strike');
    if (key === 'c') return format('code');
    return key === '9' || key === '(' ? format('quote') : undefined;
  }
  if (key === 'b') return format('bold');
  return key === 'i' ? format('italic') : undefined;
}

function inList(press: KeyPress): Action | undefined {
  if (press.shiftKey || press.altKey || press.ctrlKey || press.metaKey) return undefined;
  if (press.key === 'Enter' || press.key === 'Tab') return { does: 'take' };
  if (press.key === 'ArrowDown') return { does: 'next' };
  if (press.key === 'ArrowUp') return { does: 'previous' };
  return press.key === 'Escape' ? { does: 'dismiss' } : undefined;
}

function enter(press: KeyPress, { isTouch }: Situation): Action | undefined {
  if (press.altKey) return { does: 'break' };
  if (press.shiftKey) return undefined;
  return press.ctrlKey || press.metaKey || !isTouch ? { does: 'send' } : undefined;
}

/** What a key does to the composer; undefined leaves it to the browser. */
export function actionOf(press: KeyPress, situation: Situation): Action | undefined {
  if (isComposing(press)) return undefined;
  const taken = situation.isSuggesting ? inList(press) : undefined;
  if (taken) return taken;
  if (press.key === 'Enter') return enter(press, situation);
  if (situation.isMac ? press.metaKey : press.ctrlKey) return formatOf(press);
  if (press.shiftKey || press.altKey || press.ctrlKey || press.metaKey) return undefined;
  if (press.key === 'Escape') return { does: 'cancel' };
  return press.key === 'ArrowUp' && situation.isEmpty ? { does: 'editLast' } : undefined;
}
