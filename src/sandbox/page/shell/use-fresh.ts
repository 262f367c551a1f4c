import { useEffect, useRef, useState } from 'preact/hooks';
import type { Message } from '../../state/model.ts';

const lastOf = (messages: readonly Message[]): string => messages.at(-1)?.ts ?? '';

/** How many replies of others came below while the person was further up. */
export function useFresh(messages: readonly Message[], me: string, isAtBottom: boolean): number {
  const [count, setCount] = useState(0);
  const seen = useRef(lastOf(messages));
  useEffect(() => {
    if (isAtBottom) seen.current = lastOf(messages);
    setCount(messages.filter(({ ts, user }) => ts > seen.current && user !== me).length);
  }, [messages, me, isAtBottom]);
  return count;
}
