import { usePage } from '../page.ts';
import type { PageConversation } from '../protocol.ts';
import { Avatar } from './avatar.tsx';
import { Icon } from './icon.tsx';
import { isDirect, nameOf, othersIn, titleOf } from './names.ts';

/** A line to begin with: one press puts it into the room. */
function FirstLine({ conversation, line }: { conversation: PageConversation; line: string }) {
  const { say } = usePage();
  return (
    <p class="intro-try">
      <span>Try it:</span>
      <button type="button" class="intro-line" onClick={() => say({ channel: conversation.id, text: line })}>
        {line}
      </button>
    </p>
  );
}

function lineFor(conversation: PageConversation, app: { name: string; userId: string }): string | undefined {
  if (!conversation.members.includes(app.userId)) return undefined;
  return isDirect(conversation) ? 'help' : `${app.name} help`;
}

function Picture({ conversation }: { conversation: PageConversation }) {
  const { state, user } = usePage();
  if (!isDirect(conversation)) {
    return (
      <span class="intro-sign">
        <Icon name={conversation.kind === 'group' ? 'lock' : 'hash'} size={28} />
      </span>
    );
  }
  const people = conversation.kind === 'im' ? [conversation.name] : othersIn(state, conversation);
  return (
    <span class="intro-people">
      {people.map((id) => (
        <Avatar key={id} id={id} name={nameOf(user(id))} isBot={user(id)?.isBot} size={52} />
      ))}
    </span>
  );
}

function sentenceOf(conversation: PageConversation, title: string, creator: string, isMe: boolean): string {
  if (conversation.kind === 'im' && isMe) return 'This is your own space: notes, links, drafts. Nobody else sees it.';
  if (isDirect(conversation)) return `This is the very beginning of your direct messages with ${title}.`;
  const isPrivate = conversation.kind === 'group';
  const made = `${creator} made this ${isPrivate ? 'private ' : ''}channel.`;
  return `${made} This is the very beginning of ${isPrivate ? '' : '#'}${conversation.name}.`;
}

/** What stands above the first message of a room. */
export function Intro({ conversation }: { conversation: PageConversation }) {
  const { state, me, user } = usePage();
  const title = titleOf(state, conversation);
  const { creator } = conversation;
  const by = creator === me.id ? 'You' : nameOf(user(creator));
  const line = lineFor(conversation, state.app);
  return (
    <section class="intro" aria-label={`The beginning of ${title}`}>
      <Picture conversation={conversation} />
      <h2 class="intro-title">
        {isDirect(conversation) ? title : `${conversation.kind === 'group' ? '' : '#'}${conversation.name}`}
      </h2>
      <p class="intro-text">{sentenceOf(conversation, title, by, conversation.name === me.id)}</p>
      {line !== undefined && <FirstLine conversation={conversation} line={line} />}
    </section>
  );
}
