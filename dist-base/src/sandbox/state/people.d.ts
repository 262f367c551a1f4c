import type { Edit, Line, Posted } from '../sandbox.ts';
import type { Conversation, Person } from './model.ts';
import { type Workspace } from './workspace.ts';
export declare function personCalled({ people }: Workspace, nameOrId: string): Person;
/** The conversation behind an id, `#name`, `name`, or `@name` for the direct messages of that person with the app. */
export declare function roomCalled(workspace: Workspace, where: string): Conversation;
export declare function say(workspace: Workspace, line: Line): Posted;
export declare function edit(workspace: Workspace, wanted: Edit): Posted;
