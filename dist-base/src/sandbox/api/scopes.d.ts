import type { Caller, Conversation } from '../state/model.ts';
import type { Workspace } from '../state/workspace.ts';
import { type Args } from './args.ts';
/** What an app has that asked for all that it may need. `chat:write.public` is apart: it changes where the app can post. */
export declare const usualScopes: readonly string[];
/** `*:read` stands for the scope of the kind of conversation that the call is about. */
export type Scope = string;
export declare const kindsByType: Readonly<Record<string, Conversation['kind']>>;
/** The kinds of conversation that a call lists; without `types` those that it lists by itself. */
export declare function kindsListed(args: Args, usual: string): Conversation['kind'][];
/** What `x-accepted-oauth-scopes` says. */
export declare const acceptedScopes: (scope: Scope) => string;
/** What a token may do. A person's may do everything. */
export declare function scopesOf({ scopes }: Workspace, caller: Caller): readonly string[];
export declare const hasScope: (workspace: Workspace, caller: Caller, scope: string) => boolean;
interface ScopedMethod {
    scope?: Scope;
    lists?: string;
}
export declare function mustHaveScope(workspace: Workspace, caller: Caller, method: ScopedMethod, args: Args): void;
export {};
