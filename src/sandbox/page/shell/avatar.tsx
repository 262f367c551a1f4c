import type { Author } from './author.ts';
import { colorOf, initialsOf } from './identity.ts';

interface AvatarProps {
  id: string;
  name: string;
  isBot?: boolean | undefined;
  size?: number;
  /** Whether they are here; no dot without it. */
  isHere?: boolean;
}

/** A picture of somebody: initials on a colour of their own, a prompt for an app. */
export function Avatar({ id, name, isBot, size = 36, isHere }: AvatarProps) {
  const style = { width: size, height: size, '--avatar': colorOf(id), '--avatar-size': `${size}px` };
  return (
    <span class={isBot ? 'avatar avatar-app' : 'avatar'} style={style} aria-hidden="true">
      {isBot ? <AppMark /> : <span class="avatar-initials">{initialsOf(name)}</span>}
      {isHere !== undefined && <span class={isHere ? 'presence presence-here' : 'presence'} />}
    </span>
  );
}

/** The picture of who wrote a message. */
export function AuthorAvatar({
  author: { id, name, isApp, emoji, image },
  size = 36,
}: {
  author: Author;
  size?: number;
}) {
  const style = { width: size, height: size, '--avatar-size': `${size}px` };
  if (image !== undefined) return <img class="avatar avatar-image" style={style} src={image} alt="" />;
  if (emoji === undefined) return <Avatar {...{ id, name, size }} isBot={isApp} />;
  return (
    <span class="avatar avatar-emoji" style={style} aria-hidden="true">
      {emoji}
    </span>
  );
}

function AppMark() {
  return (
    <svg viewBox="0 0 20 20" class="avatar-mark" aria-hidden="true" focusable="false">
      <path d="m5.2 6.2 3.6 3.6-3.6 3.6M10.6 14h4.4" />
    </svg>
  );
}
