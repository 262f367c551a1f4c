import type { Plain, PlainValues } from '../interactions.ts';
import type { Values } from '../page/protocol.ts';
import { type Control } from './controls.ts';
import type { Json } from './model.ts';
import type { Workspace } from './workspace.ts';
/** The options of a menu, without their groups. */
export declare const optionsOf: ({ options, option_groups: groups }: Json) => Json[];
/** What Slack's payloads have for what a person picks or types in a control. */
export declare function fill(workspace: Workspace, control: Control, plain: Plain | undefined, options?: readonly Json[]): Json;
/** The values of all controls of the blocks that are given. */
export declare function fillAll(workspace: Workspace, blocks: readonly Json[], plain?: PlainValues): Values;
/** `state.values` of what a person has before them, in the room `current` where it is in one. */
export declare function filledIn(workspace: Workspace, blocks: readonly Json[], given: Values, current?: string): Values;
