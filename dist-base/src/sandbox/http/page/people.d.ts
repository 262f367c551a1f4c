import type { PageConversation, PageUser } from '../../page/protocol.ts';
import type { Conversation, Person, Speaker, User } from '../../state/model.ts';
import type { Workspace } from '../../state/workspace.ts';
export declare const speakerOf: ({ id }: Person) => Speaker;
/** Whom the page acts as. */
export declare function personWith(workspace: Workspace, id: unknown): Person;
/** A room that the person is in. */
export declare const roomFor: (workspace: Workspace, person: Person, channel: string) => Conversation;
export declare const pageUser: ({ id, name, realName, isBot }: User) => PageUser;
/** Whether the person may know that there is such a room. */
export declare const isKnown: (conversation: Conversation, { id }: Person) => boolean;
/** A room as its list shows it to the person. */
export declare function pageConversation(workspace: Workspace, conversation: Conversation, person: Person): PageConversation;
