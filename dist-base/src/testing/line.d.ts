import type { Answer } from './answer.ts';
export interface Words {
    text: string;
    person: string;
    channel: string;
    thread?: string;
}
/**
 * A line on its way. It is typed when it is awaited, once; `as`, `in` and `inThread` give another line and leave this
 * one as it is.
 */
export declare class Line implements Promise<Answer> {
    #private;
    readonly [Symbol.toStringTag] = "Line";
    /** @internal */
    constructor(words: Words, type: (words: Words) => Promise<Answer>);
    /** Who types it: a person's name or id. @default the first of the room's people */
    as(person: string): Line;
    /** Where: `#name` or an id, or `@name` for that person's direct messages with the app. @default the first channel */
    in(channel: string): Line;
    /** In the thread under the message with this `ts`. */
    inThread(ts: string): Line;
    then<Then = Answer, Else = never>(answered?: ((answer: Answer) => Then | PromiseLike<Then>) | null, failed?: ((reason: unknown) => Else | PromiseLike<Else>) | null): Promise<Then | Else>;
    catch<Else = never>(failed?: ((reason: unknown) => Else | PromiseLike<Else>) | null): Promise<Answer | Else>;
    finally(work?: (() => void) | null): Promise<Answer>;
}
