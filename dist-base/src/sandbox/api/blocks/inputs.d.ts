import type { Check } from './rules.ts';
/** Elements that a person types into, or attaches to. */
export declare const typedInputs: Readonly<Record<string, Check>>;
export declare const richTextInput: Check;
export declare const fileInput: Check;
