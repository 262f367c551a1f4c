import type { IncomingMessage } from 'node:http';
import type { FaultLine } from '../api/faults.ts';
import { type Reply } from '../api/reply.ts';
import type { Workspace } from '../state/workspace.ts';
/** Takes the bytes for an upload address. */
export declare function upload(workspace: Workspace, faults: FaultLine, request: IncomingMessage, key: string): Promise<Reply>;
/** `/files-pri/T…-F…/name` → its bytes. */
export declare function download(workspace: Workspace, path: string): Reply;
