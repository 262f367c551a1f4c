import { useEffect } from 'preact/hooks';
import { usePage } from '../page.ts';
import { neighbour } from './neighbour.ts';
import { nextPart } from './parts.ts';
import { peopleOf } from './people.ts';
import { sectionsOf } from './sections.ts';
import { useShell } from './shell-context.ts';

const steps: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };
const placeOf = ({ code }: KeyboardEvent): number => Number(/^Digit([1-9])$/u.exec(code)?.[1] ?? 0) - 1;

/** What Alt and a key does; undefined for other keys. */
function useAltKeys(): (event: KeyboardEvent) => (() => void) | undefined {
  const { state, openConversation } = usePage();
  const { route, switchPerson } = useShell();
  return (event) => {
    const person = peopleOf(state)[placeOf(event)];
    if (person) return () => switchPerson(person.id);
    const step = steps[event.key];
    if (!step) return undefined;
    const rooms = sectionsOf(state).flatMap(({ conversations }) => conversations);
    const next = neighbour(rooms, route.room, step, event.shiftKey);
    return () => next !== undefined && openConversation(next);
  };
}

/** The keys that work everywhere on the page. */
export function useKeys(): void {
  const { dialog, openDialog } = useShell();
  const withAlt = useAltKeys();
  useEffect(() => {
    const doingOf = (event: KeyboardEvent): (() => void) | undefined => {
      const command = event.ctrlKey || event.metaKey;
      if (event.altKey) return command ? undefined : withAlt(event);
      if (event.key === 'F6') return () => nextPart(event.shiftKey);
      if (command && event.key === '/') return () => openDialog('keys');
      const isJump = command && !event.shiftKey && event.key.toLowerCase() === 'k';
      return isJump ? () => openDialog(dialog === 'switcher' ? undefined : 'switcher') : undefined;
    };
    const press = (event: KeyboardEvent): void => {
      const doing = event.defaultPrevented ? undefined : doingOf(event);
      if (!doing) return;
      event.preventDefault();
      doing();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [withAlt, dialog, openDialog]);
}
