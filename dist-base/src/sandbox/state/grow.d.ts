import type { ChannelOptions, PersonOptions } from '../sandbox.ts';
import type { Conversation, Person } from './model.ts';
import { type Workspace } from './workspace.ts';
/** People who come later. They are in every public channel, and the app hears of them. */
export declare function addPeople(workspace: Workspace, wanted: readonly PersonOptions[]): Person[];
/** Channels that are made later. Everybody is in them, and the app hears of the public ones. */
export declare function addChannels(workspace: Workspace, wanted: readonly (string | ChannelOptions)[]): Conversation[];
