import type { Answers, Place, Requests } from '../../page/protocol.ts';
import {
  type Check,
  type Fields,
  flag,
  id,
  listOf,
  oneOf,
  optional,
  record,
  recordOf,
  text,
  timestamp,
} from './fields.ts';

/** Characters of the longest message that a person may type. */
const longestText = 40_000;
const mostFiles = 10;
const mostUsers = 8;

const place: Check<Place> = (value, field) => {
  const given = record(value, field);
  if (given['view'] !== undefined) return { view: id(given['view'], `${field}/view`) };
  return pointed(given, field);
};

const pointed: Check<{ channel: string; ts: string }> = (value, field) => {
  const given = record(value, field);
  return { channel: id(given['channel'], `${field}/channel`), ts: timestamp(given['ts'], `${field}/ts`) };
};

const values = recordOf(recordOf(record));
const typed = text(longestText);
const message = { as: id, channel: id, ts: timestamp };
const control = { as: id, place, blockId: text(255), actionId: text(255) };

/** What each request has to bring. */
export const requestFields: { readonly [Name in keyof Requests]: Fields<Requests[Name]> } = {
  say: {
    ...{ as: id, channel: id, text: typed, thread: optional(timestamp), broadcast: optional(flag) },
    files: optional(listOf(id, mostFiles)),
  },
  edit: { ...message, text: typed },
  delete: message,
  react: { ...message, name: text(100, 1), on: flag },
  press: { ...control, action: record, values },
  submit: { as: id, view: id, values },
  close: { as: id, view: id, all: optional(flag) },
  command: { as: id, channel: id, command: text(100, 2), text: typed, thread: optional(timestamp) },
  shortcut: { as: id, callbackId: text(255, 1), message: optional(pointed) },
  options: { ...control, value: text(1000) },
  home: { as: id, tab: oneOf('home', 'messages') },
  open: { as: id, users: listOf(id, mostUsers) },
  join: { as: id, channel: id },
  topic: { as: id, channel: id, topic: text(250) },
  read: message,
  dismiss: message,
  stop: message,
};

export const isRequest = (name: string): name is keyof Requests => Object.hasOwn(requestFields, name);
export type Answer<Name extends keyof Requests> = Answers[Name] | Promise<Answers[Name]>;
