import { useState } from 'preact/hooks';
import { ask } from '../client.ts';
import { usePage } from '../page.ts';
import { Icon } from '../parts/icon.tsx';
import { SearchField } from '../parts/search-field.tsx';
import type { PageConversation } from '../protocol.ts';
import { sentenceFor } from './load.ts';
import { matching } from './match.ts';

const countOf = ({ members }: PageConversation): string =>
  members.length === 1 ? '1 member' : `${members.length} members`;

/** All the channels that the person may know of, to open or to join. */
export function BrowseChannels({ onClose }: { onClose(): void }) {
  const { state, me, openConversation, tell } = usePage();
  const [query, setQuery] = useState('');
  const channels = state.conversations
    .filter(({ kind }) => kind === 'channel' || kind === 'group')
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
  const open = async ({ id, isMember }: PageConversation): Promise<void> => {
    try {
      if (!isMember) await ask('join', { as: me.id, channel: id });
      onClose();
      openConversation(id);
    } catch (error) {
      tell(sentenceFor(error));
    }
  };
  const found = matching(channels, query.replace(/^#/u, ''), ({ name }) => name);
  return (
    <>
      <SearchField label="Search for channels" query={query} onQuery={setQuery} />
      <ul class="picks">
        {found.map((channel) => (
          <li class="pick" key={channel.id}>
            <span class="pick-icon">
              <Icon name={channel.kind === 'group' ? 'lock' : 'hash'} size={18} />
            </span>
            <span class="pick-text">
              <span class="pick-name">{channel.name}</span>
              <span class="pick-hint">
                {channel.isMember ? 'Joined · ' : ''}
                {countOf(channel)}
              </span>
            </span>
            <button
              type="button"
              class={channel.isMember ? 'button' : 'button button-primary'}
              aria-label={`${channel.isMember ? 'Open' : 'Join'} ${channel.name}`}
              onClick={() => void open(channel)}
            >
              {channel.isMember ? 'Open' : 'Join'}
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p class="picks-none">No channel is called that.</p>}
    </>
  );
}
