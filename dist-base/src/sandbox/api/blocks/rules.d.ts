/** Looks at one value and says what is wrong with it, in the words that Slack uses. */
export type Check = (value: unknown, at: string, report: Report) => void;
export type Report = (complaint: string, at: string) => void;
export interface Field {
    check: Check;
    required?: true;
}
export declare const isRecord: (value: unknown) => value is Record<string, unknown>;
export declare const anything: Check;
export declare function string(limits?: {
    max?: number;
    min?: number;
}): Check;
export declare const boolean: Check;
export declare const number: Check;
export declare function integer(from: number, to: number): Check;
export declare function oneOf(...allowed: readonly string[]): Check;
export declare function array(check: Check, limits?: {
    max?: number;
    min?: number;
}): Check;
/** A string of a fixed shape: a date, a time. */
export declare function matching(pattern: RegExp, complaint: string): Check;
/** Each of these has something to say about the same value. */
export declare const both: (...checks: readonly Check[]) => Check;
/** An object with these fields and no other. */
export declare function object(fields: Readonly<Record<string, Field>>): Check;
/** An object whose `type` decides what else it must be. */
export declare function typed(kinds: Readonly<Record<string, Check>>): Check;
export declare const required: (check: Check) => Field;
export declare const optional: (check: Check) => Field;
