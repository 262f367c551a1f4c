import type { Workspace } from './workspace.ts';
/** What something that a person did lets the app do, once and soon: open a modal for them. */
export interface Trigger {
    user: string;
    until: number;
    exchanged: boolean;
    /** The modal that the person did it in. */
    view?: string;
}
export declare function issueTrigger({ triggers, clock, ids }: Workspace, user: string, view?: string): string;
/** The trigger, if it can still be exchanged. */
export declare function findTrigger({ triggers, clock }: Workspace, id: string): Trigger;
