import type { Answers, Requests } from '../../page/protocol.ts';
import type { Json } from '../../state/model.ts';
import type { PageWorld } from './answer.ts';
/** Does what the page asks for, as one of the people. */
export declare function act<Name extends keyof Requests>(world: PageWorld, name: Name, body: Json): Promise<Answers[Name]>;
