import { useEffect, useRef, useState } from 'preact/hooks';
import type { Message } from '../../state/model.ts';
import { usePage } from '../page.ts';
import { nameOf, namesOf } from './names.ts';
import { plainText } from './plain.ts';

const longest = 200;

/** Reads out what others say as it comes in, once: not what is loaded, and not each change of it. */
export function Announcer({ messages, newer }: { messages: readonly Message[]; newer: boolean }) {
  const page = usePage();
  const last = useRef(messages.at(-1)?.ts ?? '');
  const [said, setSaid] = useState('');
  useEffect(() => {
    const fresh = messages.findLast(({ ts, user }) => ts > last.current && user !== page.me.id);
    last.current = messages.at(-1)?.ts ?? last.current;
    if (!fresh || newer) return;
    setSaid(`${nameOf(page.user(fresh.user))}: ${plainText(fresh.text, namesOf(page)).slice(0, longest)}`);
  }, [messages, newer, page]);
  return (
    <div class="sr-only" role="status" aria-live="polite">
      {said}
    </div>
  );
}
