import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Message } from '../state/model.ts';
import type { EmojiTable, PageConversation, PageState, PageUser, Requests } from './protocol.ts';

/** What every part of the page sees and may do. */
export interface Page {
  state: PageState;
  me: PageUser;
  user(id: string): PageUser | undefined;
  conversation(id: string): PageConversation | undefined;
  /** What follows a :name:, undefined when there is no such emoji. */
  emoji(name: string): string | undefined;
  openConversation(id: string): void;
  openThread(channel: string, thread: string): void;
  /** Direct messages with this person. */
  openUser(id: string): void;
  /** An image or a file as large as the window. */
  preview(file: { url: string; name: string; isImage: boolean; downloadUrl?: string }): void;
  /** A line for a moment at the bottom, as when something was refused. */
  tell(text: string): void;
  /** The message that the composer of its room is to edit: the person's latest, on arrow up. */
  latestOwn(channel: string, thread?: string): Message | undefined;
  startEdit(channel: string, ts: string): void;
  /** Sends as the person: shown at once, and the real one takes its place. Where it fails the list offers to try again. */
  say(wanted: Omit<Requests['say'], 'as'>): void;
  /** The address of a message, for others to open. */
  linkTo(channel: string, ts: string, thread?: string): string;
  /** All emoji; empty until they are loaded. */
  emojiTable: EmojiTable;
}

export const PageContext = createContext<Page>(undefined as never);
export const usePage = (): Page => useContext(PageContext);
