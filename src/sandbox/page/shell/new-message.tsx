import { useState } from 'preact/hooks';
import { ask } from '../client.ts';
import { usePage } from '../page.ts';
import { Icon } from '../parts/icon.tsx';
import { SearchField } from '../parts/search-field.tsx';
import type { PageUser } from '../protocol.ts';
import { Avatar } from './avatar.tsx';
import { sentenceFor } from './load.ts';
import { matching } from './match.ts';
import { nameOf } from './names.ts';

const mostPicked = 8;

function Person({ person, isPicked, onPick }: { person: PageUser; isPicked: boolean; onPick(): void }) {
  const { me } = usePage();
  return (
    <li>
      <button type="button" class="pick pick-button" aria-pressed={isPicked} onClick={onPick}>
        <Avatar id={person.id} name={nameOf(person)} isBot={person.isBot} size={32} />
        <span class="pick-text">
          <span class="pick-name">{nameOf(person)}</span>
          <span class="pick-hint">{person.id === me.id ? 'you' : person.isBot ? 'app' : `@${person.name}`}</span>
        </span>
        {isPicked && <Icon name="check" size={20} />}
      </button>
    </li>
  );
}

/** Direct messages with one person or with several. */
export function NewMessage({ onClose }: { onClose(): void }) {
  const { state, me, openConversation, openUser, tell } = usePage();
  const [query, setQuery] = useState('');
  const [picked, setPicked] = useState<readonly string[]>([]);
  const toggle = (id: string): void =>
    setPicked((known) =>
      known.includes(id) ? known.filter((one) => one !== id) : [...known, id].slice(0, mostPicked),
    );
  const open = async (): Promise<void> => {
    const [first = '', ...others] = picked;
    try {
      const { channel } = others.length > 0 ? await ask('open', { as: me.id, users: picked }) : { channel: undefined };
      onClose();
      if (channel === undefined) openUser(first);
      else openConversation(channel);
    } catch (error) {
      tell(sentenceFor(error));
    }
  };
  const found = matching(state.users, query.replace(/^@/u, ''), nameOf);
  return (
    <>
      <SearchField
        label="Search for people"
        query={query}
        onQuery={setQuery}
        onKeyDown={({ key }) => {
          if (key === 'Enter' && query !== '' && found[0]) toggle(found[0].id);
          else if (key === 'Enter' && picked.length > 0) void open();
        }}
      />
      <ul class="picks">
        {found.map((person) => (
          <Person
            key={person.id}
            person={person}
            isPicked={picked.includes(person.id)}
            onPick={() => toggle(person.id)}
          />
        ))}
      </ul>
      <div class="picks-foot">
        <span class="picks-count" role="status">
          {picked.length > 0
            ? `With ${picked.map((id) => nameOf(state.users.find((user) => user.id === id))).join(', ')}`
            : ''}
        </span>
        <button type="button" class="button button-primary" disabled={picked.length === 0} onClick={() => void open()}>
          Open
        </button>
      </div>
    </>
  );
}
