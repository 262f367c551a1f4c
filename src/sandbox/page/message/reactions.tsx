import './reactions.css';
import type { Message, Reaction } from '../../state/model.ts';
import { emojiCharacter } from '../blocks/inline.ts';
import { usePage } from '../page.ts';
import { Icon } from '../parts/icon.tsx';
import { tip } from '../parts/tooltip.tsx';
import { nameOf } from '../shell/names.ts';
import { AddReaction } from './add-reaction.tsx';
import { reactionText } from './reaction-text.ts';
import { useReact } from './use-react.ts';

function Chip({ reaction, onToggle }: { reaction: Reaction; onToggle: (on: boolean) => void }) {
  const page = usePage();
  const { name, users, count } = reaction;
  const isMine = users.includes(page.me.id);
  const who = reactionText(users, count, page.me.id, (id) => nameOf(page.user(id)));
  const character = emojiCharacter(name, page.emoji) ?? `:${name}:`;
  return (
    <button
      type="button"
      class={isMine ? 'reactions-chip reactions-mine' : 'reactions-chip'}
      aria-pressed={isMine}
      aria-label={`${name.replaceAll('_', ' ')}, ${count}: ${who}`}
      {...tip(`${who} reacted with :${name}:`, character)}
      onClick={() => onToggle(!isMine)}
    >
      <span class="reactions-emoji">{character}</span>
      <span class="reactions-count">{count}</span>
    </button>
  );
}

/** The reactions to a message; a press joins in or takes one's own back. */
export function Reactions({ channel, message }: { channel: string; message: Message }) {
  const react = useReact(channel, message.ts);
  const { reactions = [] } = message;
  if (reactions.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms.
    <div class="reactions" role="group" aria-label="Reactions">
      {reactions.map((reaction) => (
        <Chip key={reaction.name} reaction={reaction} onToggle={(on) => react(reaction.name, on)} />
      ))}
      <AddReaction class="reactions-chip reactions-add" onPick={(name) => react(name, true)}>
        <Icon name="react" size={16} />
      </AddReaction>
    </div>
  );
}
