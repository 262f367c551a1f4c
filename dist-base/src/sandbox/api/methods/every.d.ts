import type { Tickets } from '../../socket/socket.ts';
import type { Methods } from './method.ts';
export declare const everyMethod: (tickets: Tickets) => Methods;
/** Refuses a name that no call will ever have. `others`: names besides those of methods. */
export declare function mustBeMethod(name: string, others?: readonly string[]): void;
