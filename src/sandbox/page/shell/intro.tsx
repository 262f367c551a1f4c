import { typeIn } from '../composer/field.ts';
import { usePage } from '../page.ts';
import { Icon } from '../parts/icon.tsx';
import type { PageConversation, PageState } from '../protocol.ts';
import { Avatar } from './avatar.tsx';
import { isDirect, nameOf, othersIn, titleOf } from './names.ts';
import { composerIn } from './parts.ts';

/** What the app says of itself that it answers to: its name in a room of others, and its slash commands. */
function beginningsFor(state: PageState, conversation: PageConversation): readonly { text: string; hint: string }[] {
  const { app, commands } = state;
  if (!conversation.members.includes(app.userId)) return [];
  const name = state.users.find(({ id }) => id === app.userId)?.name ?? app.name;
  const offered = commands.map(({ command, usageHint, description }) => ({
    text: command,
    hint: [usageHint, description].filter((part) => part !== '').join(' · '),
  }));
  return [...(isDirect(conversation) ? [] : [{ text: `@${name}`, hint: 'mentions the app' }]), ...offered];
}

/** Ways to talk to the app: a press writes the beginning. */
function Beginnings({ conversation }: { conversation: PageConversation }) {
  const { state } = usePage();
  const all = beginningsFor(state, conversation);
  if (all.length === 0) return null;
  return (
    <ul class="intro-try" aria-label={`Talk to ${state.app.name}`}>
      {all.map(({ text, hint }) => (
        <li key={text}>
          <button
            type="button"
            class="intro-line"
            onClick={({ currentTarget }) => {
              const field = composerIn(currentTarget);
              if (field) typeIn(field, `${text} `);
            }}
          >
            {text}
          </button>
          <span>{hint}</span>
        </li>
      ))}
    </ul>
  );
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
  return (
    <section class="intro" aria-label={`The beginning of ${title}`}>
      <Picture conversation={conversation} />
      <h2 class="intro-title">
        {isDirect(conversation) ? title : `${conversation.kind === 'group' ? '' : '#'}${conversation.name}`}
      </h2>
      <p class="intro-text">{sentenceOf(conversation, title, by, conversation.name === me.id)}</p>
      {conversation.isMember && <Beginnings conversation={conversation} />}
    </section>
  );
}
