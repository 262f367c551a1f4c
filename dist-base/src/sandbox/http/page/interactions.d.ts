import type { Answered, Answers, Requests } from '../../page/protocol.ts';
import type { Person } from '../../state/model.ts';
import type { PageWorld } from './answer.ts';
export interface Deed extends PageWorld {
    person: Person;
}
export declare const press: ({ workspace, person }: Deed, wanted: Requests['press']) => Promise<Answered>;
export declare function submit({ workspace, person }: Deed, wanted: Requests['submit']): Promise<Answers['submit']>;
export declare function close({ workspace, person }: Deed, wanted: Requests['close']): object;
export declare function command({ workspace, person }: Deed, wanted: Requests['command']): Promise<Answered>;
export declare function options({ workspace, person }: Deed, wanted: Requests['options']): Promise<Answers['options']>;
export declare function shortcut({ workspace, person }: Deed, wanted: Requests['shortcut']): Promise<Answered>;
export declare function home({ workspace, person }: Deed, { tab }: Requests['home']): object;
