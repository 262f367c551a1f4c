import type { PageState } from '../../page/protocol.ts';
import type { Person } from '../../state/model.ts';
import type { PageWorld } from './answer.ts';
/** All that a page shows of the workspace to one person, but for the messages. */
export declare function stateFor({ workspace, connections }: PageWorld, person: Person): PageState;
