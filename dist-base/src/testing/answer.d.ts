import type { RunRecord } from '../context/journal.ts';
import type { Message, Posted, Sandbox } from '../sandbox/server.ts';
import { type Button } from './buttons.ts';
/** What a line came to, in the room and in the journal. */
export interface Answer {
    /** All that a person reads of it in the room. */
    text: string;
    /** What a terminal would have printed, word for word: of long output the whole, which in the room is a file. */
    words: string;
    /** 64 for a line that did not parse, as in a terminal. */
    exitCode: number;
    /** The app's messages about the line, oldest first, as they stood when it was complete. */
    messages: readonly Message[];
    /** Told to the sender alone, as what does not parse is. */
    isEphemeral: boolean;
    files: readonly AnswerFile[];
    /** The names of the reactions to the line itself, without colons. */
    reactions: readonly string[];
    /** What can be pressed in the messages, in their order. */
    buttons: readonly Button[];
    /** The run's row in the journal; undefined where the line was refused before it was one (`ops deplyo`, `a | b`). */
    run: RunRecord | undefined;
    /** The id of the channel that the line was typed in. */
    channel: string;
    /** The line's own message; `inThread` takes it. */
    ts: string;
}
export interface AnswerFile {
    name: string;
    title: string;
    content: Buffer;
    /** The content as UTF-8. */
    text: string;
}
/** What the app has said to everybody about a run, and to its sender. */
export declare function messagesOf(run: RunRecord, { channel, ts }: Posted, slack: Sandbox): Message[];
/** What a person alone was told of lines that are no runs. */
export declare function refusalsTo(person: string, { channel, ts }: Posted, slack: Sandbox): Message[];
export declare function answerOf(said: Posted & {
    person: string;
}, run: RunRecord | undefined, messages: readonly Message[], slack: Sandbox): Answer;
