import type { SlackConfig } from '../context/config.ts';
import type { OpsError } from '../context/errors.ts';
import type { Clock } from '../context/host.ts';
import { type OnEnvelope } from './socket.ts';
export interface Identity {
    team: string;
    teamName: string;
    userId: string;
    botId: string;
    name: string;
}
/** One request to Slack's Web API. Throws SlackCallError, whatever went wrong; never tries again by itself. */
export type Call = (method: string, args: Record<string, unknown>) => Promise<Record<string, unknown>>;
export interface SlackConnection {
    identity: Identity;
    call: Call;
    /** Resolves once envelopes come. They go on coming, through new connections where Slack ends one. */
    start(onEnvelope: OnEnvelope): Promise<Connection>;
}
export interface Connection {
    /** Resolves, with the reason, when Slack refuses to be connected to any longer. */
    lost: Promise<OpsError>;
    close(): Promise<void>;
}
export interface SignInOptions {
    clock: Clock;
    warn(message: string): void;
    /** Milliseconds that Slack has to answer a call. @default 10000 */
    timeout?: number;
}
/** Signs in with the official clients. They are loaded here, since they cost 70 ms. */
export declare function signIn(slack: SlackConfig, options: SignInOptions): Promise<SlackConnection>;
