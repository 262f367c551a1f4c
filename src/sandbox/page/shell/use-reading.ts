import { useEffect, useRef, useState } from 'preact/hooks';
import { ask } from '../client.ts';
import type { PageConversation } from '../protocol.ts';
import { useFocused } from './use-focused.ts';

export interface Reading {
  /** Where the line "New" stands: after this message. */
  newAfter: string | undefined;
  setAtBottom(isAtBottom: boolean): void;
  /** The person has answered: nothing is new to them. */
  caughtUp(): void;
}

const firstMark = ({ unread, lastRead }: PageConversation): string | undefined => (unread > 0 ? lastRead : undefined);

/** Whether the person took back, in this visit, that they had read something: then it stays unread until the next one. */
function useHeld(lastRead: string, onHeld: () => void): { current: boolean } {
  const isHeld = useRef(false);
  const before = useRef(lastRead);
  useEffect(() => {
    if (lastRead < before.current) {
      isHeld.current = true;
      onHeld();
    }
    before.current = lastRead;
  }, [lastRead]);
  return isHeld;
}

/** Marks a room as read while its end is shown and looked at, and remembers where the new messages of this visit begin. */
export function useReading(conversation: PageConversation, as: string, isShown: boolean): Reading {
  const { id, unread, lastRead, latest } = conversation;
  const [newAfter, setNewAfter] = useState(() => firstMark(conversation));
  const [isAtBottom, setAtBottom] = useState(false);
  const isWatching = useFocused() && isAtBottom && isShown;
  const told = useRef('');
  const held = useHeld(lastRead, () => setNewAfter(lastRead));
  const hadUnread = useRef(unread > 0);
  useEffect(() => {
    if (unread > 0 && !hadUnread.current && !isWatching) setNewAfter(lastRead);
    hadUnread.current = unread > 0;
  }, [unread, lastRead, isWatching]);
  useEffect(() => {
    if (!isWatching || held.current || latest <= lastRead || told.current === latest) return;
    told.current = latest;
    ask('read', { as, channel: id, ts: latest }).catch(() => {
      told.current = '';
    });
  }, [isWatching, latest, lastRead, as, id]);
  const caughtUp = (): void => {
    held.current = false;
    setNewAfter(undefined);
  };
  return { newAfter, setAtBottom, caughtUp };
}
