import { useMemo } from 'preact/hooks';
import type { Message } from '../../state/model.ts';
import { ask } from '../client.ts';
import type { Page } from '../page.ts';
import type { EmojiTable, PageState } from '../protocol.ts';
import { permalink, type Route } from '../route.ts';
import { type Known, type Store, threadKey } from '../store.ts';
import { sentenceFor } from './load.ts';
import { sendMessage } from './send.ts';

/** What the page lends to its parts. */
export interface Doing {
  store: Store;
  route: Route;
  go(route: Route, replace?: boolean): void;
  tell(text: string): void;
  preview: Page['preview'];
  startEdit: Page['startEdit'];
}

function latestOwn(known: Known, channel: string, thread?: string): Message | undefined {
  const me = known.page?.me.id;
  const messages =
    thread === undefined ? known.rooms[channel]?.messages : known.threads[threadKey(channel, thread)]?.messages;
  const own = ({ user, ephemeralTo, subtype, bot_id: bot }: Message): boolean =>
    user === me && ephemeralTo === undefined && bot === undefined && subtype !== 'tombstone';
  return messages?.findLast(own);
}

function acting({ store, route, go, tell }: Doing, state: PageState) {
  const { me } = state;
  const openConversation = (room: string): void => go({ as: me.id, room });
  return {
    openConversation,
    openThread: (room: string, thread: string): void => {
      const { home: _, at, ...rest } = route;
      go({ ...rest, as: me.id, room, thread, ...(room === route.room && at !== undefined ? { at } : {}) });
    },
    openUser(id: string): void {
      const known = state.conversations.find(({ kind, name }) => kind === 'im' && name === id);
      if (known) {
        openConversation(known.id);
        return;
      }
      const opened = ask('open', { as: me.id, users: [id] });
      opened.then(({ channel }) => openConversation(channel)).catch((error) => tell(sentenceFor(error)));
    },
    latestOwn: (channel: string, thread?: string) => latestOwn(store.get(), channel, thread),
    say: (wanted: Parameters<Page['say']>[0]): void => sendMessage(store, { as: me.id, ...wanted }),
    linkTo: (channel: string, ts: string, thread?: string) => permalink(location.origin, channel, ts, thread),
  };
}

/** All that the parts of the page see and may do; undefined until the server has said hello. */
export function usePageValue(
  doing: Doing,
  state: PageState | undefined,
  emoji: { table: EmojiTable; find: Page['emoji'] },
): Page | undefined {
  const { store, route, go, tell, preview, startEdit } = doing;
  return useMemo(() => {
    if (!state) return undefined;
    const users = new Map(state.users.map((user) => [user.id, user]));
    const conversations = new Map(state.conversations.map((conversation) => [conversation.id, conversation]));
    return {
      ...{ state, me: state.me, tell, preview, startEdit },
      ...{ emoji: emoji.find, emojiTable: emoji.table },
      user: (id) => users.get(id),
      conversation: (id) => conversations.get(id),
      ...acting({ store, route, go, tell, preview, startEdit }, state),
    };
  }, [state, emoji, store, route, go, tell, preview, startEdit]);
}
