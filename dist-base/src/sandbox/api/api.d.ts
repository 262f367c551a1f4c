import type { Tickets } from '../socket/socket.ts';
import type { Workspace } from '../state/workspace.ts';
import type { Arguments } from './body.ts';
import type { CallLog } from './calls.ts';
import type { FaultLine } from './faults.ts';
import type { Limits } from './limits.ts';
import { type Reply } from './reply.ts';
export interface Question {
    method: string;
    /** May throw Slack's name for what is wrong with the body. */
    read: () => Arguments;
    bearer: string | undefined;
    origin: string;
    /** Bytes of the body. */
    size: number;
}
/** What stands around the methods. */
export interface Surroundings {
    tickets: Tickets;
    faults: FaultLine;
    limits: Limits;
    log: CallLog;
}
export type Api = (question: Question) => Promise<Reply>;
/** The Web API: a method's name and its arguments → Slack's answer. */
export declare function createApi(workspace: Workspace, { tickets, faults, limits, log }: Surroundings): Api;
