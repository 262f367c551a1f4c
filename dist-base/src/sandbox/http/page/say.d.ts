import type { Answers, Requests } from '../../page/protocol.ts';
import type { Person } from '../../state/model.ts';
import type { Workspace } from '../../state/workspace.ts';
type Speaking = {
    workspace: Workspace;
    person: Person;
};
/** A person sends what they typed, and with it what they uploaded. */
export declare function say(speaking: Speaking, wanted: Requests['say']): Answers['say'];
export {};
