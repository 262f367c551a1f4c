import type { ChannelOptions, PersonOptions, SandboxOptions } from '../sandbox.ts';
import { escapeText } from '../text/wire.ts';
import { type Changes, createChanges } from './changes.ts';
import { checkChannel, checkPerson, mustDiffer } from './check-options.ts';
import { type Clock, createClock, seconds } from './clock.ts';
import type { Delivery } from './delivery.ts';
import { everyCommand, everyShortcut, type Shortcut, type SlashCommand } from './features.ts';
import { createIds, freshToken, type Ids, namedId } from './ids.ts';
import type { Caller, Conversation, Json, Person, StoredFile, Stream, ThreadStatus, User, UserGroup } from './model.ts';
import type { Positions } from './random.ts';
import type { Trigger } from './triggers.ts';
import { everyUser, personId } from './users.ts';
import { usualScopes } from './usual-scopes.ts';
import type { View } from './views.ts';

export interface Team {
  id: string;
  name: string;
  domain: string;
}

export interface Bot {
  userId: string;
  botId: string;
  appId: string;
  name: 'ops';
}

/** A press or a command may be answered a few times through its own address. */
export interface ResponseTicket {
  conversation: string;
  user: string;
  /** The message that was pressed in; none for a command. */
  ts?: string;
  uses: number;
  until: number;
}

/** All that this Slack knows. In memory: it ends with the process. */
export interface Workspace {
  team: Team;
  bot: Bot;
  /** `http://127.0.0.1:PORT`, once it listens. */
  origin: string;
  appToken: string;
  botToken: string;
  people: readonly Person[];
  users: Map<string, User>;
  callers: Map<string, Caller>;
  conversations: Map<string, Conversation>;
  files: Map<string, StoredFile>;
  responses: Map<string, ResponseTicket>;
  triggers: Map<string, Trigger>;
  /** Milliseconds that each of them holds. */
  triggerLifetime: number;
  /** A person → the modals that they have open, the one on top last. */
  modals: Map<string, readonly View[]>;
  /** A person → their App Home. */
  homes: Map<string, View>;
  commands: readonly SlashCommand[];
  shortcuts: readonly Shortcut[];
  /** `user/channel` → the newest message that the person has seen there. */
  reads: Map<string, string>;
  usergroups: Map<string, UserGroup>;
  /** What the app's bot may do. */
  scopes: readonly string[];
  /** `channel/ts` → a message that still grows, or that a person stopped. */
  streams: Map<string, Stream>;
  /** `channel/thread` → what an assistant says that it does. */
  statuses: Map<string, ThreadStatus>;
  smart: boolean;
  ids: Ids;
  positions: Positions;
  clock: Clock;
  changes: Changes;
  delivery: Delivery;
}

const defaultPeople: readonly PersonOptions[] = [{ name: 'mary' }, { name: 'tom' }];
const defaultChannels = ['general', 'ops'];

export const directMessageId = (one: string, other: string): string => namedId('D', [one, other].sort().join('+'));

export function conversationOf(
  kind: Conversation['kind'],
  details: Omit<Conversation, 'kind' | 'messages'>,
): Conversation {
  return { kind, messages: [], ...details };
}

export function channelOf(
  wanted: string | ChannelOptions,
  people: readonly Person[],
  bot: Bot,
  created: number,
): Conversation {
  const options = typeof wanted === 'string' ? { name: wanted } : wanted;
  const name = options.name.replace(/^#/u, '');
  const members = new Set(people.map(({ id }) => id));
  if (options.bot !== false) members.add(bot.userId);
  const creator = people[0]?.id ?? bot.userId;
  const id = options.id ?? namedId('C', name);
  const said = (text = '') => ({
    value: escapeText(text),
    creator: text === '' ? '' : creator,
    lastSet: text === '' ? 0 : created,
  });
  const about = { topic: said(options.topic), purpose: said(options.purpose) };
  return conversationOf(options.private ? 'group' : 'channel', { id, name, created, creator, members, ...about });
}

/** The direct messages of a person with the app. */
export const directMessagesOf = (id: string, bot: Bot, created: number): Conversation =>
  conversationOf('im', {
    id: directMessageId(id, bot.userId),
    name: '',
    created,
    creator: id,
    members: new Set([id, bot.userId]),
  });

function everyConversation(
  options: SandboxOptions,
  people: readonly Person[],
  bot: Bot,
  created: number,
): Conversation[] {
  const wanted = options.channels ?? defaultChannels;
  for (const one of wanted) if (typeof one !== 'string') checkChannel(one);
  const channels = wanted.map((one) => channelOf(one, people, bot, created));
  mustDiffer('channels', channels);
  return [...channels, ...people.map(({ id }) => directMessagesOf(id, bot, created))];
}

const byId = <Item extends { id: string }>(items: readonly Item[]): Map<string, Item> =>
  new Map(items.map((item) => [item.id, item]));

export function createWorkspace(
  options: SandboxOptions,
  connect: (from: Pick<Workspace, 'team' | 'bot' | 'clock' | 'ids'>) => Delivery,
  positions: Positions = new Map(),
): Workspace {
  const clock = createClock(options.time === undefined ? {} : { standing: options.time });
  const ids = createIds(options.seed === undefined ? undefined : String(options.seed), positions);
  const team: Team = { id: namedId('T', 'sandbox'), name: 'Sandbox', domain: 'sandbox' };
  const bot: Bot = {
    userId: namedId('U', 'bot:ops'),
    botId: namedId('B', 'ops'),
    appId: namedId('A', 'ops'),
    name: 'ops',
  };
  const wanted = options.people ?? defaultPeople;
  for (const one of wanted) checkPerson(one);
  const users = everyUser(wanted, team, bot);
  const people = wanted.map((one) => ({ id: personId(one), name: one.name, token: freshToken('xoxp') }));
  mustDiffer('people', people, [{ id: bot.userId, name: bot.name }]);
  const appToken = freshToken(`xapp-1-${bot.appId}`);
  const botToken = freshToken('xoxb');
  return {
    ...{ team, bot, origin: '', appToken, botToken, people, clock, ids, positions },
    users,
    usergroups: new Map(),
    scopes: options.scopes ?? usualScopes,
    streams: new Map(),
    statuses: new Map(),
    callers: new Map<string, Caller>([
      [appToken, { kind: 'app' }],
      [botToken, { kind: 'bot', userId: bot.userId }],
      ...people.map(({ id, token }): [string, Caller] => [token, { kind: 'person', userId: id }]),
    ]),
    conversations: byId(everyConversation(options, people, bot, seconds(clock))),
    files: new Map(),
    responses: new Map(),
    triggers: new Map(),
    triggerLifetime: options.interactionTimeout ?? 3000,
    modals: new Map(),
    homes: new Map(),
    commands: everyCommand(options.commands),
    shortcuts: everyShortcut(options.shortcuts),
    reads: new Map(),
    smart: options.smartPunctuation ?? false,
    changes: createChanges(),
    delivery: connect({ team, bot, clock, ids }),
  };
}

export const botProfile = ({ bot, team }: Workspace): Json => ({
  id: bot.botId,
  app_id: bot.appId,
  user_id: bot.userId,
  name: bot.name,
  icons: {},
  deleted: false,
  updated: 0,
  team_id: team.id,
});
