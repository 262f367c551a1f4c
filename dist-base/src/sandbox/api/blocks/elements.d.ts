import type { Check } from './rules.ts';
export declare const button: Check;
export declare const selects: Readonly<Record<string, Check>>;
export declare const pickers: Readonly<Record<string, Check>>;
export declare const datetimepicker: Check;
export declare const slackFile: Check;
/** A picture comes from an address, or from a file here. */
export declare const pictured: Check;
export declare const image: Check;
export declare const quiet: Readonly<Record<string, Check>>;
export declare const pressed: Readonly<Record<string, Check>>;
export declare const workflow: Readonly<Record<string, Check>>;
