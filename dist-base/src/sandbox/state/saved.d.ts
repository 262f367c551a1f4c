import type { Workspace } from './workspace.ts';
export declare const format = "ops-sandbox";
export declare const version = 1;
/** What a start gives and its options decide: not the state's to say. */
declare const given: readonly ["team", "bot", "origin", "clock", "changes", "delivery", "ids", "smart", "commands", "shortcuts", "scopes", "triggers"];
export type Saved = Omit<Workspace, (typeof given)[number]>;
/** The lines for the workspace as it is now, each made only when it is asked for. */
export declare function savedLines(workspace: Workspace): Generator<string>;
export interface Reader {
    line(text: string): void;
    /** What the lines said. Throws when they were not all. */
    end(): Saved;
}
/** Takes the lines of a state file after the first one. `fresh` says what a workspace has in it. */
export declare function createReader(fresh: Workspace): Reader;
export {};
