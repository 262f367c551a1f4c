import type { Sandbox } from '../sandbox.ts';
import type { Workspace } from './workspace.ts';
/** What a program changes in a workspace that runs. */
export declare function createSteering(workspace: Workspace): Pick<Sandbox, 'invite' | 'kick' | 'setApp' | 'addPeople' | 'addChannels'>;
