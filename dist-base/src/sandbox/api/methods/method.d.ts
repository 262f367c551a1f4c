import type { Caller, Json, Speaker } from '../../state/model.ts';
import type { Workspace } from '../../state/workspace.ts';
import type { Args } from '../args.ts';
import type { Scope } from '../scopes.ts';
export interface Context {
    workspace: Workspace;
    args: Args;
    /** The address that the client used: links for it start with this. */
    origin: string;
}
export type Spoken = Context & {
    speaker: Speaker;
};
export interface Method {
    /** Whose tokens it takes. */
    callers: readonly Caller['kind'][];
    /** What the token must be allowed to do. @default nothing */
    scope?: Scope;
    /** The `types` of conversations that it lists where the call names none. */
    lists?: string;
    run(context: Context & {
        caller: Caller;
    }): Json | Promise<Json>;
}
export type Methods = Readonly<Record<string, Method>>;
/** A method for the app's bot and for people. */
export declare function method(run: (context: Spoken) => Json | Promise<Json>): Method;
/** The methods, each of which needs the scope. */
export declare const scoped: (scope: Scope, methods: Methods) => Methods;
