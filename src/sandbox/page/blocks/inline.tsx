import './inline.css';
import type { ComponentChildren } from 'preact';
import { usePage } from '../page.ts';
import { tip } from '../parts/tooltip.tsx';
import { colorOf } from './colors.ts';
import { formatDate } from './date.ts';
import { characterOf, emojiCharacter, type Inline, type Style, splitEmoji } from './inline.ts';
import { linkUrl } from './urls.ts';

/** A link to somewhere else; only its text where the address is not one to follow. */
export function ExternalLink({
  url,
  children,
  class: name,
}: {
  url: unknown;
  children: ComponentChildren;
  class?: string;
}) {
  const href = linkUrl(url);
  if (href === undefined) return <>{children}</>;
  return (
    <a class={name ?? 'inline-link'} href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

const wrap = (style: Style | undefined, inside: ComponentChildren): ComponentChildren => {
  let drawn = inside;
  if (style?.code) drawn = <code class="inline-code">{drawn}</code>;
  if (style?.strike) drawn = <s>{drawn}</s>;
  if (style?.underline) drawn = <u>{drawn}</u>;
  if (style?.italic) drawn = <i>{drawn}</i>;
  if (style?.bold) drawn = <b>{drawn}</b>;
  return drawn;
};

function Emoji({ name, unicode }: { name: string; unicode?: string | undefined }) {
  const page = usePage();
  const character = emojiCharacter(name, page.emoji) ?? characterOf(unicode);
  if (character === undefined) return <>:{name}:</>;
  return (
    <span
      class="inline-emoji"
      role="img"
      aria-label={`${name.replaceAll('_', ' ')} emoji`}
      {...tip(`:${name}:`, character)}
    >
      {character}
    </span>
  );
}

/** Plain text in which `:names:` are emoji. */
export const EmojiText = ({ text }: { text: string }) => <Inlines elements={splitEmoji(text)} />;

function Mention({ id, label }: { id: string; label: string | undefined }) {
  const page = usePage();
  const user = page.user(id);
  const name = id === page.me.id ? 'inline-mention inline-mention-me' : 'inline-mention';
  if (!user) return <span class={name}>@{label ?? id}</span>;
  return (
    <button type="button" class={name} {...tip(user.realName)} onClick={() => page.openUser(id)}>
      @{user.name}
    </button>
  );
}

function ChannelMention({ id, label }: { id: string; label: string | undefined }) {
  const page = usePage();
  const room = page.conversation(id);
  if (!room) return <span class="inline-mention">#{label || 'private-channel'}</span>;
  return (
    <button type="button" class="inline-mention" onClick={() => page.openConversation(id)}>
      #{room.name}
    </button>
  );
}

function GroupMention({ id, label }: { id: string; label: string | undefined }) {
  const group = usePage().state.usergroups.find((one) => one.id === id);
  const name = group ? `@${group.handle}` : (label ?? `@${id}`);
  return (
    <span class="inline-mention" {...tip(group?.name ?? '')}>
      {name}
    </span>
  );
}

function Swatch({ value }: { value: string }) {
  const color = colorOf(value);
  return (
    <>
      {value}
      {color !== undefined && <span class="inline-swatch" style={{ background: color }} aria-hidden="true" />}
    </>
  );
}

function Moment({ element }: { element: Inline & { type: 'date' } }) {
  const { timestamp, format, fallback, url } = element;
  const text = formatDate(timestamp, format, { now: Date.now() }, fallback);
  const whole = formatDate(timestamp, '{date_long_full} at {time_secs}', { now: Date.now() });
  return (
    <ExternalLink url={url}>
      <time {...tip(whole)}>{text}</time>
    </ExternalLink>
  );
}

function draw(element: Inline): ComponentChildren {
  switch (element.type) {
    case 'text':
      return element.text;
    case 'link':
      return (
        <ExternalLink url={element.url}>{element.text ? <EmojiText text={element.text} /> : element.url}</ExternalLink>
      );
    case 'user':
      return <Mention id={element.user_id} label={element.label} />;
    case 'channel':
      return <ChannelMention id={element.channel_id} label={element.label} />;
    case 'usergroup':
      return <GroupMention id={element.usergroup_id} label={element.label} />;
    case 'team':
      return <span class="inline-mention">@{element.team_id}</span>;
    case 'broadcast':
      return <span class="inline-mention inline-mention-me">@{element.range}</span>;
    case 'emoji':
      return <Emoji name={element.name} unicode={element.unicode} />;
    case 'date':
      return <Moment element={element} />;
    case 'color':
      return <Swatch value={String(element.value)} />;
    default:
      return null;
  }
}

/** A line of text with all that can stand in it. */
export function Inlines({ elements }: { elements: readonly Inline[] }) {
  return elements.map((element, at) => <InlineElement key={at} element={element} />);
}

const InlineElement = ({ element }: { element: Inline }) => <>{wrap(element.style, draw(element))}</>;
