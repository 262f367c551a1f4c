import { useEffect, useId, useMemo, useState } from 'preact/hooks';
import { usePage } from '../page.ts';
import { type Candidate, candidatesFor } from './candidates.ts';
import { applyChange } from './field.ts';
import { recentEmoji, rememberEmoji } from './recent-emoji.ts';
import { type Trigger, triggerAt } from './trigger.ts';

export interface Completion {
  id: string;
  kind: Trigger['kind'] | undefined;
  candidates: readonly Candidate[];
  active: number;
  /** The keys moved it; a mouse points at what is in sight already. */
  isKeyed: boolean;
  move(by: number): void;
  point(at: number): void;
  take(at?: number): void;
  dismiss(): void;
}

interface Typed {
  field: { current: HTMLTextAreaElement | null };
  channel: string;
  text: string;
  /** Undefined while the text has no focus, or something is selected. */
  caret: number | undefined;
  withCommands: boolean;
}

function useCandidates(trigger: Trigger | undefined, channel: string): readonly Candidate[] {
  const { state, me, conversation, emojiTable } = usePage();
  const room = conversation(channel);
  return useMemo(() => {
    if (!trigger) return [];
    return candidatesFor(trigger, {
      me: me.id,
      users: state.users,
      groups: state.usergroups,
      members: room?.members ?? [],
      isDirect: room?.kind === 'im',
      conversations: state.conversations,
      commands: state.commands,
      emoji: emojiTable,
      recentEmoji: recentEmoji(localStorage),
    });
  }, [trigger?.kind, trigger?.query, trigger?.from, state, room, emojiTable, me.id]);
}

/** What the text at the caret can become, and which of it Enter takes. */
export function useCompletion({ field, channel, text, caret, withCommands }: Typed): Completion {
  const id = useId();
  const trigger = caret === undefined ? undefined : triggerAt(text, caret, withCommands);
  const [dismissed, setDismissed] = useState<number>();
  const [at, setAt] = useState({ query: '', index: 0, isKeyed: true });
  useEffect(() => {
    if (trigger?.from !== dismissed) setDismissed(undefined);
  }, [trigger?.from]);
  const all = useCandidates(trigger, channel);
  const candidates = trigger && trigger.from === dismissed ? [] : all;
  const query = trigger ? `${trigger.kind} ${trigger.from} ${trigger.query}` : '';
  const active = at.query === query ? Math.min(at.index, candidates.length - 1) : 0;
  const point = (index: number, isKeyed = false): void => setAt({ query, index, isKeyed });
  const take = (index = active): void => {
    const candidate = candidates[index];
    if (!candidate || !trigger || !field.current) return;
    if (candidate.kind === 'emoji') rememberEmoji(localStorage, candidate.name);
    const { from, to } = trigger;
    const hasBlank = /^\s/u.test(text.slice(to));
    const insert = hasBlank ? candidate.insert.trimEnd() : candidate.insert;
    const end = from + candidate.insert.length;
    applyChange(field.current, { from, to, insert, start: end, end });
  };
  return {
    ...{ id, kind: trigger?.kind, candidates, active, isKeyed: at.query !== query || at.isKeyed, point, take },
    move: (by) => point((active + by + candidates.length) % candidates.length, true),
    dismiss: () => setDismissed(trigger?.from),
  };
}
