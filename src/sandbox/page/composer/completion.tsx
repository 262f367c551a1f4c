import './completion.css';
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { Floating } from '../parts/floating.tsx';
import { Icon } from '../parts/icon.tsx';
import { Avatar } from '../shell/avatar.tsx';
import type { Candidate } from './candidates.ts';
import type { Completion } from './use-completion.ts';

const titles = { mention: 'People', channel: 'Channels', emoji: 'Emoji', command: 'Commands' } as const;

export const optionId = (list: string, at: number): string => `${list}-${at}`;

const keyOf = (candidate: Candidate): string => candidate.kind + candidate.insert;

function CandidateRow({ candidate }: { candidate: Candidate }) {
  switch (candidate.kind) {
    case 'user': {
      const { user, isMe, isMember } = candidate;
      return (
        <>
          <Avatar id={user.id} name={user.realName} isBot={user.isBot} size={24} />
          <b>{user.realName}</b>
          <span class="composer-option-soft">
            {user.name}
            {isMe && ' (you)'}
          </span>
          {user.isBot && <span class="composer-option-tag">App</span>}
          {!isMember && <span class="composer-option-end">Not in channel</span>}
        </>
      );
    }
    case 'group':
      return (
        <>
          <span class="composer-option-icon">
            <Icon name="people" />
          </span>
          <b>@{candidate.group.handle}</b>
          <span class="composer-option-soft">{candidate.group.name}</span>
        </>
      );
    case 'broadcast':
      return (
        <>
          <span class="composer-option-icon">
            <Icon name="megaphone" />
          </span>
          <b>@{candidate.name}</b>
          <span class="composer-option-soft">{candidate.says}</span>
        </>
      );
    case 'channel':
      return (
        <>
          <span class="composer-option-icon">
            <Icon name={candidate.channel.kind === 'group' ? 'lock' : 'hash'} />
          </span>
          <span>{candidate.channel.name}</span>
          {!candidate.channel.isMember && <span class="composer-option-end">Not a member</span>}
        </>
      );
    case 'emoji':
      return (
        <>
          <span class="composer-option-emoji">{candidate.character}</span>
          <span>:{candidate.name}:</span>
        </>
      );
    case 'command':
      return (
        <>
          <span class="composer-option-icon">
            <Icon name="slash" />
          </span>
          <span class="composer-option-command">
            <span>
              <b>{candidate.command.command}</b> <span class="composer-option-soft">{candidate.command.usageHint}</span>
            </span>
            <span class="composer-option-soft">{candidate.command.description}</span>
          </span>
        </>
      );
  }
}

/** The list of what can be completed. The keys are the field's: it keeps the focus. */
export function CompletionList({
  completion,
  anchor,
}: {
  completion: Completion;
  anchor: RefObject<HTMLElement | null>;
}) {
  const { id, kind, candidates, active, isKeyed } = completion;
  useLayoutEffect(() => {
    if (isKeyed) document.getElementById(optionId(id, active))?.scrollIntoView({ block: 'nearest' });
  }, [active, isKeyed, candidates]);
  const title = kind ? titles[kind] : '';
  return (
    <Floating anchor={anchor} side="above" class="composer-list" isAsWide>
      <div class="composer-list-title" aria-hidden="true" onMouseDown={(event) => event.preventDefault()}>
        <span>{title}</span>
        <span class="composer-list-keys">
          <kbd>↑</kbd> <kbd>↓</kbd> to move · <kbd>Enter</kbd> to take · <kbd>Esc</kbd> to close
        </span>
      </div>
      <div
        class="composer-options"
        role="listbox"
        id={id}
        aria-label={title}
        onMouseDown={(event) => event.preventDefault()}
      >
        {candidates.map((candidate, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and the keys
          // biome-ignore lint/a11y/useFocusableInteractive: named by aria-activedescendant of the field
          <div
            class={at === active ? 'composer-option composer-option-active' : 'composer-option'}
            role="option"
            aria-selected={at === active}
            id={optionId(id, at)}
            key={keyOf(candidate)}
            onMouseMove={() => at !== active && completion.point(at)}
            onClick={() => completion.take(at)}
          >
            <CandidateRow candidate={candidate} />
          </div>
        ))}
      </div>
    </Floating>
  );
}
