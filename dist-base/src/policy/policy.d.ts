import type { InputValues } from '../command/define.ts';
import type { Actor, Origin } from '../context/host.ts';
/** What is to be decided: parsed values, never the text that was typed. */
export interface Request {
    actor: Actor;
    origin: Origin;
    command: string;
    permission: string;
    effect: 'read' | 'change';
    environment: string | undefined;
    input: InputValues;
}
export type Decision = {
    allowed: true;
    rule: string;
} | {
    allowed: false;
    rule: string;
    reason: string;
    grantedBy?: string;
};
export type Policy = (request: Request) => Decision | Promise<Decision>;
/** Everybody may do everything: the policy of a project that names none. */
export declare const openPolicy: Policy;
