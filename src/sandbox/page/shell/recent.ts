import type { Message } from '../../state/model.ts';

/** What was heard of each conversation lately: an answer that was on its way meanwhile does not have it. */
export type Recent = Readonly<Record<string, readonly Message[]>>;

const most = 50;

export function withoutRecent(recent: Recent, channel: string, ts: string): Recent {
  return { ...recent, [channel]: (recent[channel] ?? []).filter((message) => message.ts !== ts) };
}

export function withRecent(recent: Recent, channel: string, message: Message): Recent {
  const others = withoutRecent(recent, channel, message.ts)[channel] ?? [];
  return { ...recent, [channel]: [...others, message].slice(-most) };
}
