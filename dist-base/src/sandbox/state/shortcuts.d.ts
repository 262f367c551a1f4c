import type { Interacted } from '../interactions.ts';
import type { Person } from './model.ts';
import type { Workspace } from './workspace.ts';
export interface ShortcutRequest {
    callbackId: string;
    /** The message whose menu it was picked from. */
    message?: {
        channel: string;
        ts: string;
    };
}
/** A person picks a shortcut: `shortcut`, or `message_action` for one of a message. */
export declare function runShortcut(workspace: Workspace, by: Person, wanted: ShortcutRequest): Promise<Interacted>;
