import type { Json } from '../state/model.ts';
/** The arguments of a call: strings from a form, any JSON from a JSON body. */
export type Args = Readonly<Json>;
export declare function optionalText(args: Args, name: string): string | undefined;
export declare function requiredText(args: Args, name: string): string;
export declare function flag(args: Args, name: string): boolean;
/** A number of things to list: at most `most`, and at least one. */
export declare function limit(args: Args, usual: number, most: number): number;
/** An argument that is JSON, which a form carries as text. `undefined` when it is absent or empty. */
export declare function json(args: Args, name: string, error: string): unknown;
/** An argument that is a JSON list of objects. */
export declare function records(args: Args, name: string, error: string): Json[] | undefined;
/** `a,b` or a JSON list. */
export declare function list(args: Args, name: string): string[];
