import type { Interacted } from '../interactions.ts';
import type { Place } from '../page/protocol.ts';
import type { Acknowledgement } from '../socket/delivery.ts';
import { type Control } from './controls.ts';
import type { Conversation, Json, Message, Person } from './model.ts';
import { type View } from './views.ts';
import type { Workspace } from './workspace.ts';
export type { Interacted };
/** What a person reads when the app did not answer, or not with anything that Slack understands. */
export declare const trouble = "We had some trouble connecting. Try again?";
export declare const interacted: (acknowledgement: Acknowledgement) => Interacted;
export declare const roomName: ({ kind, name }: Conversation) => string;
/** What every interaction says of the person and of the app. */
export declare function aboutActor({ team, bot }: Workspace, by: Person): Json;
/** The attachment that the block stands in. */
export declare const attachmentWith: ({ attachments }: Message, { block }: Control) => Json | undefined;
/** What a person sees controls in. */
export type Surface = {
    kind: 'message';
    conversation: Conversation;
    message: Message;
    blocks: readonly Json[];
} | {
    kind: 'view';
    view: View;
    blocks: readonly Json[];
};
/** The view with this id, if the person has it before them. */
export declare function openViewOf(workspace: Workspace, by: Person, id: string): View;
export declare function surfaceAt(workspace: Workspace, by: Person, place: Place): Surface;
