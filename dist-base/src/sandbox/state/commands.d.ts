import type { Interacted } from '../interactions.ts';
import type { Conversation, Person } from './model.ts';
import type { Workspace } from './workspace.ts';
export interface CommandRequest {
    room: Conversation;
    command: string;
    text: string;
    thread?: string | undefined;
}
/** A person sends a slash command. What goes wrong they read from Slackbot. */
export declare function runCommand(workspace: Workspace, by: Person, wanted: CommandRequest): Promise<Interacted>;
