import type { Tickets } from '../../socket/socket.ts';
import { type Methods } from './method.ts';
export declare const workspaceMethods: (tickets: Tickets) => Methods;
