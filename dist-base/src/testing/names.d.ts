import type { Message, Sandbox } from '../sandbox/server.ts';
/** What a person reads of a message: who and where is mentioned stands there by name. */
export declare function readText(message: Message, { people, channels, bot }: Sandbox): string;
