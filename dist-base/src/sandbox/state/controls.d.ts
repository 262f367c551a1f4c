import type { Values } from '../page/protocol.ts';
import type { Json } from './model.ts';
/** Something in blocks that a person can press, pick or fill in. */
export interface Control {
    block: Json;
    element: Json;
    type: string;
    blockId: string;
    actionId: string;
}
/** Where a control's value stands in `state.values`, and what it starts with. */
interface Field {
    name: string;
    initial: string;
    /** What an untouched one has. */
    empty: null | readonly never[];
}
/** Under which name a control of this type has its value; undefined for buttons and menus, which keep none. */
export declare const fieldOf: (type: string) => Field | undefined;
export declare function controlsOf(blocks?: readonly Json[]): Control[];
/** `state.values`: what is in the controls of these blocks; where nothing is given, what they start with. */
export declare function stateValues(blocks: readonly Json[] | undefined, given: Values, current?: string): Values;
export {};
