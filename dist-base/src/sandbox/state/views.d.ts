import type { ViewDefinition } from '../api/blocks/view.ts';
import type { Values } from '../page/protocol.ts';
import type { Json } from './model.ts';
import type { Workspace } from './workspace.ts';
/** A modal or an App Home, as the Web API answers with it. A changed view takes the place of the one before. */
export interface View {
    id: string;
    team_id: string;
    type: 'modal' | 'home';
    blocks: readonly Json[];
    private_metadata: string;
    callback_id: string;
    state: {
        values: Values;
    };
    hash: string;
    title: Json | null;
    clear_on_close: boolean;
    notify_on_close: boolean;
    close: Json | null;
    submit: Json | null;
    previous_view_id: string | null;
    root_view_id: string;
    app_id: string;
    external_id: string;
    app_installed_team_id: string;
    bot_id: string;
}
/** The modals that the person has open, the one on top last. */
export declare const modalsOf: ({ modals }: Workspace, user: string) => readonly View[];
export declare const homeOf: ({ homes }: Workspace, user: string) => View | undefined;
export declare function mustMatch(view: View | undefined, hash: string | undefined): void;
/** What the program defined, with all that Slack adds to it. */
export declare function completeView(workspace: Workspace, wanted: ViewDefinition, place: Pick<View, 'id' | 'root_view_id' | 'previous_view_id'>): View;
export declare function setModals({ modals, changes }: Workspace, user: string, views: readonly View[]): void;
/** A new first modal; those that were open are gone. */
export declare function openView(workspace: Workspace, user: string, wanted: ViewDefinition): View;
/** One more modal, on top of the others. */
export declare function pushView(workspace: Workspace, user: string, wanted: ViewDefinition): View;
export interface OwnedView {
    user: string;
    view: View;
}
export declare function viewWith(workspace: Workspace, by: {
    id?: string;
    externalId?: string;
}): OwnedView | undefined;
/** Puts a view in the place of the one with its id. */
export declare function replaceView(workspace: Workspace, user: string, view: View): void;
/** Defines a view anew; it keeps its place in the stack. */
export declare function updateView(workspace: Workspace, { user, view: before }: OwnedView, wanted: ViewDefinition): View;
