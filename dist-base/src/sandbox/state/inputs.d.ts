import type { Values } from '../page/protocol.ts';
import type { Json } from './model.ts';
/** What a person reads under the inputs that they have yet to fill in, or to fill in otherwise: block → sentence. */
export declare function inputErrors(blocks: readonly Json[], values: Values): Record<string, string>;
