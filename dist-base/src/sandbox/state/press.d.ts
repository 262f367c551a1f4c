import type { Interacted, Suggested } from '../interactions.ts';
import type { Requests } from '../page/protocol.ts';
import { type Control } from './controls.ts';
import { type Surface } from './interaction.ts';
import type { Person } from './model.ts';
import type { Workspace } from './workspace.ts';
type Named = {
    actionId: string;
    blockId?: string | undefined;
};
export declare function controlIn(surface: Surface, { actionId, blockId }: Named): Control;
export type PressRequest = Omit<Requests['press'], 'as' | 'blockId'> & {
    blockId?: string | undefined;
};
/** A person presses a button, or changes another control: `block_actions`. */
export declare function pressControl(workspace: Workspace, by: Person, request: PressRequest): Promise<Interacted>;
export type OptionsRequest = Omit<Requests['options'], 'as' | 'blockId'> & {
    blockId?: string | undefined;
};
/** What the app offers in an external select: options, or groups of them. */
export declare function loadOptions(workspace: Workspace, by: Person, request: OptionsRequest): Promise<Suggested>;
export {};
