import type { Rule } from './inline.ts';
export declare const escapeText: (text: string) => string;
export declare const unescapeText: (text: string) => string;
export declare const emojiRule: Rule;
/** Reads text as it stands in a stored message: `<…>` references, entities, emphasis. */
export declare const readWire: import("./inline.ts").Reader;
/** What Slack stores of a text that a program sent: lone `&`, `<`, `>` escaped and, unless told not to, bare URLs linked. */
export declare function storeText(text: string, link?: boolean): string;
