import { type Server } from 'node:http';
import type { Api } from '../api/api.ts';
import type { FaultLine } from '../api/faults.ts';
import type { SocketMode } from '../socket/socket.ts';
import type { Keeper } from '../state/save.ts';
import type { Workspace } from '../state/workspace.ts';
import type { Control } from './control.ts';
import type { PageServer } from './page/server.ts';
import type { Recorder } from './record.ts';
export interface Doors {
    workspace: Workspace;
    api: Api;
    socket: SocketMode;
    faults: FaultLine;
    page: PageServer;
    steering: Control;
    recorder: Recorder;
    keeper: Keeper;
}
/** The Web API, Socket Mode, files and the page behind one port. */
export declare function createHttpServer(doors: Doors): Server;
