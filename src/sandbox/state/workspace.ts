import type { ChannelOptions, SandboxOptions } from '../sandbox.ts';
import type { Delivery } from '../socket/delivery.ts';
import { type Changes, createChanges } from './changes.ts';
import { type Clock, createClock, seconds } from './clock.ts';
import { freshToken, namedId } from './ids.ts';
import type { Caller, Conversation, Json, Person, StoredFile, User } from './model.ts';

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
  ts: string;
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
  smart: boolean;
  clock: Clock;
  changes: Changes;
  delivery: Delivery;
}

const defaultPeople: readonly { name: string; id?: string }[] = [{ name: 'mary' }, { name: 'tom' }];
const defaultChannels = ['general', 'ops'];

export const directMessageId = (one: string, other: string): string => namedId('D', [one, other].sort().join('+'));

export function conversationOf(
  kind: Conversation['kind'],
  details: Omit<Conversation, 'kind' | 'messages'>,
): Conversation {
  return { kind, messages: [], ...details };
}

function channel(wanted: string | ChannelOptions, people: readonly Person[], bot: Bot, created: number): Conversation {
  const options = typeof wanted === 'string' ? { name: wanted } : wanted;
  const name = options.name.replace(/^#/u, '');
  const members = new Set(people.map(({ id }) => id));
  if (options.bot !== false) members.add(bot.userId);
  const creator = people[0]?.id ?? bot.userId;
  const id = options.id ?? namedId('C', name);
  return conversationOf(options.private ? 'group' : 'channel', { id, name, created, creator, members });
}

function everyConversation(
  options: SandboxOptions,
  people: readonly Person[],
  bot: Bot,
  created: number,
): Conversation[] {
  const channels = (options.channels ?? defaultChannels).map((wanted) => channel(wanted, people, bot, created));
  const direct = people.map(({ id }) =>
    conversationOf('im', {
      id: directMessageId(id, bot.userId),
      name: '',
      created,
      creator: id,
      members: new Set([id, bot.userId]),
    }),
  );
  return [...channels, ...direct];
}

const byId = <Item extends { id: string }>(items: readonly Item[]): Map<string, Item> =>
  new Map(items.map((item) => [item.id, item]));

export function createWorkspace(
  options: SandboxOptions,
  connect: (team: Team, bot: Bot, clock: Clock) => Delivery,
): Workspace {
  const clock = createClock();
  const team: Team = { id: namedId('T', 'sandbox'), name: 'Sandbox', domain: 'sandbox' };
  const bot: Bot = {
    userId: namedId('U', 'bot:ops'),
    botId: namedId('B', 'ops'),
    appId: namedId('A', 'ops'),
    name: 'ops',
  };
  const people = (options.people ?? defaultPeople).map(({ name, id }) => ({
    id: id ?? namedId('U', name),
    name,
    token: freshToken('xoxp'),
  }));
  const appToken = freshToken(`xapp-1-${bot.appId}`);
  const botToken = freshToken('xoxb');
  return {
    ...{ team, bot, origin: '', appToken, botToken, people, clock },
    users: byId<User>([
      ...people.map(({ id, name }) => ({ id, name, isBot: false })),
      { id: bot.userId, name: bot.name, isBot: true },
    ]),
    callers: new Map<string, Caller>([
      [appToken, { kind: 'app' }],
      [botToken, { kind: 'bot', userId: bot.userId }],
      ...people.map(({ id, token }): [string, Caller] => [token, { kind: 'person', userId: id }]),
    ]),
    conversations: byId(everyConversation(options, people, bot, seconds(clock))),
    files: new Map(),
    responses: new Map(),
    smart: options.smartPunctuation ?? false,
    changes: createChanges(),
    delivery: connect(team, bot, clock),
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
