import type { Submitted } from '../interactions.ts';
import type { Requests } from '../page/protocol.ts';
import type { Person } from './model.ts';
import type { Workspace } from './workspace.ts';
/** A person submits a modal: `view_submission`. What a required field lacks never reaches the app. */
export declare function submitView(workspace: Workspace, by: Person, request: Omit<Requests['submit'], 'as'>): Promise<Submitted>;
/** A person closes the modal on top, or all of them; apps that asked for it hear of each: `view_closed`. */
export declare function closeView(workspace: Workspace, by: Person, request: Omit<Requests['close'], 'as'>): void;
