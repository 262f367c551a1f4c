import type { ChannelOptions, SandboxOptions } from '../sandbox.ts';
import type { Delivery } from '../socket/delivery.ts';
import { type Changes } from './changes.ts';
import { type Clock } from './clock.ts';
import { type Shortcut, type SlashCommand } from './features.ts';
import { type Ids } from './ids.ts';
import type { Caller, Conversation, Json, Person, StoredFile, Stream, ThreadStatus, User, UserGroup } from './model.ts';
import type { Positions } from './random.ts';
import type { Trigger } from './triggers.ts';
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
export declare const directMessageId: (one: string, other: string) => string;
export declare function conversationOf(kind: Conversation['kind'], details: Omit<Conversation, 'kind' | 'messages'>): Conversation;
export declare function channelOf(wanted: string | ChannelOptions, people: readonly Person[], bot: Bot, created: number): Conversation;
/** The direct messages of a person with the app. */
export declare const directMessagesOf: (id: string, bot: Bot, created: number) => Conversation;
export declare function createWorkspace(options: SandboxOptions, connect: (from: Pick<Workspace, 'team' | 'bot' | 'clock' | 'ids'>) => Delivery, positions?: Positions): Workspace;
export declare const botProfile: ({ bot, team }: Workspace) => Json;
