import type { Json, Speaker } from '../state/model.ts';
import { type Content } from '../state/posting.ts';
import type { Workspace } from '../state/workspace.ts';
import { type Args } from './args.ts';
/** Blocks that Slack would take; an empty list stands for none. */
export declare function readBlocks(args: Args): Json[] | undefined;
/** What a program adds for itself and for others: `{ event_type, event_payload }`. */
export declare function readMetadata(args: Args, speaker: Speaker): Json | undefined;
/** What a call wants a message to say. A person's text goes through the composer. */
export declare function readContent(workspace: Workspace, args: Args, speaker: Speaker, text: string | undefined): Content;
