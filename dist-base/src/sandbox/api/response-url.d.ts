import type { ResponseTicket, Workspace } from '../state/workspace.ts';
import type { Args } from './args.ts';
/** An address that answers one press or command: five times, within half an hour. */
export declare function responseUrl(workspace: Workspace, about: Pick<ResponseTicket, 'conversation' | 'user' | 'ts'>): string;
/** What the app sends to the address: only the person sees it, unless it says otherwise. */
export declare function respond(workspace: Workspace, key: string, args: Args): void;
