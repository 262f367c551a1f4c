import type { Answers, Requests } from '../../page/protocol.ts';
import { type Fields } from './fields.ts';
/** What each request has to bring. */
export declare const requestFields: {
    readonly [Name in keyof Requests]: Fields<Requests[Name]>;
};
export declare const isRequest: (name: string) => name is keyof Requests;
export type Answer<Name extends keyof Requests> = Answers[Name] | Promise<Answers[Name]>;
