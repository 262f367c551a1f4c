import type { Check, Field } from './rules.ts';
export declare const type: Field;
export declare const actionId: Field;
/** What every block may have. */
export declare const titled: Readonly<Record<string, Field>>;
export declare const plainText: (max: number) => Check;
export declare const anyText: (max: number) => Check;
export declare const style: Field;
export declare const confirm: Field;
/** Of a menu, and of radio buttons and checkboxes, whose text may have emphasis. */
export declare const plainOption: Check;
export declare const anyOption: Check;
export declare const options: Field;
export declare const optionGroups: Field;
/** What is chosen at first is one of the options. */
export declare const startsWithOption: Check;
export declare const withChoices: (fields: Readonly<Record<string, Field>>) => Check;
export declare const dispatchConfig: Field;
export declare const conversationFilter: Field;
