import type { Interactions } from '../interactions.ts';
import type { Workspace } from './workspace.ts';
/** What a program does as the people, with what the app shows them. */
export declare function createInteractions(workspace: Workspace): Interactions;
