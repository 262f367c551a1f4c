import type { Json } from '../../state/model.ts';
/** Where the ids come from. */
type NewId = () => string;
/** Gives every block and every control the id that Slack gives it when the program did not. */
export declare function nameBlocks(blocks: readonly Json[], newId?: NewId): Json[];
export {};
