import { usePage } from '../page.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { tip } from '../parts/tooltip.tsx';
import type { PageUser } from '../protocol.ts';
import { Avatar } from './avatar.tsx';
import { nameOf } from './names.ts';
import { peopleOf } from './people.ts';
import { useShell } from './shell-context.ts';
import { type Theme, useTheme } from './theme.ts';

function PersonButton({ person, place }: { person: PageUser; place: number }) {
  const { me } = usePage();
  const { route, switchPerson } = useShell();
  const isMe = (route.as ?? me.id) === person.id;
  const name = nameOf(person);
  return (
    <li>
      <button
        type="button"
        class="rail-person"
        aria-pressed={isMe}
        aria-keyshortcuts={place < 9 ? `Alt+${place + 1}` : undefined}
        {...tip(place < 9 ? `${name} (Alt+${place + 1})` : name)}
        onClick={() => switchPerson(person.id)}
      >
        <Avatar id={person.id} name={name} isHere />
        <span class="rail-name">
          <span class="sr-only">Post as </span>
          {name}
        </span>
      </button>
    </li>
  );
}

const themes: Readonly<Record<Theme, { icon: 'system' | 'sun' | 'moon'; label: string }>> = {
  system: { icon: 'system', label: 'Theme: as the system' },
  light: { icon: 'sun', label: 'Theme: light' },
  dark: { icon: 'moon', label: 'Theme: dark' },
};

export function Rail() {
  const { state } = usePage();
  const { openDialog } = useShell();
  const [theme, nextTheme] = useTheme();
  const { icon, label } = themes[theme];
  return (
    <nav class="rail" aria-label="People">
      <span class="rail-team" {...tip(state.team.name)} aria-hidden="true">
        {state.team.name.slice(0, 1).toUpperCase()}
      </span>
      <p class="rail-heading" id="rail-heading">
        Post as
      </p>
      <ul class="rail-people" aria-labelledby="rail-heading">
        {peopleOf(state).map((person, place) => (
          <PersonButton key={person.id} person={person} place={place} />
        ))}
      </ul>
      <div class="rail-tools">
        <IconButton icon="keyboard" label="Keyboard shortcuts" class="rail-tool" onClick={() => openDialog('keys')} />
        <IconButton {...{ icon, label }} class="rail-tool" onClick={nextTheme} />
      </div>
    </nav>
  );
}
