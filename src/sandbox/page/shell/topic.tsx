import { useState } from 'preact/hooks';
import { EmojiText } from '../blocks/inline.tsx';
import { ask } from '../client.ts';
import { usePage } from '../page.ts';
import { tip } from '../parts/tooltip.tsx';
import type { PageConversation } from '../protocol.ts';
import { sentenceFor } from './load.ts';
import { isDirect } from './names.ts';
import { useShell } from './shell-context.ts';

/** Characters. */
const longest = 250;

/** What a channel is about, beside its name; who is in it can say so anew. */
export function Topic({ conversation }: { conversation: PageConversation }) {
  const { openDialog } = useShell();
  const { topic, isMember } = conversation;
  if (isDirect(conversation) || (topic === '' && !isMember)) return null;
  const text = topic === '' ? 'Add a topic' : <EmojiText text={topic} />;
  if (!isMember) return <span class="header-topic">{text}</span>;
  return (
    <button type="button" class="header-topic" {...tip('Edit topic')} onClick={() => openDialog('topic')}>
      {text}
    </button>
  );
}

export function EditTopic({ conversation, onClose }: { conversation: PageConversation; onClose(): void }) {
  const { me, tell } = usePage();
  const [topic, setTopic] = useState(conversation.topic);
  const save = (event: Event): void => {
    event.preventDefault();
    ask('topic', { as: me.id, channel: conversation.id, topic: topic.trim() }).then(onClose, (error) =>
      tell(sentenceFor(error)),
    );
  };
  return (
    <form onSubmit={save}>
      <input
        autofocus
        class="search-field"
        aria-label="Topic"
        placeholder="What is it about now?"
        maxLength={longest}
        value={topic}
        onInput={({ currentTarget }) => setTopic(currentTarget.value)}
      />
      <div class="picks-foot">
        <button type="button" class="button" onClick={onClose}>
          Cancel
        </button>
        <button type="submit" class="button button-primary">
          Save
        </button>
      </div>
    </form>
  );
}
