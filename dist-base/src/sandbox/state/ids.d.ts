import { type Positions } from './random.ts';
/** The same name gets the same id in every sandbox, so that a policy can name it. */
export declare function namedId(prefix: string, name: string): string;
/** As short as the ids that Slack gives to blocks without one. */
export declare function shortId(): string;
/** Always by chance: who can guess a token can speak for a person. */
export declare function freshToken(prefix: string): string;
export declare const uuid: () => string;
/** Ids that nobody gains by guessing. With a seed they come in the same order each time. */
export interface Ids {
    /** `Ev0…`, `F0…` */
    fresh(prefix: string): string;
    /** Of a block without one. */
    short(): string;
    uuid(): string;
}
export declare function createIds(seed: string | undefined, positions?: Positions): Ids;
