import type { Addition } from '../../state/streams.ts';
import { type Args } from '../args.ts';
/** What a call to a streaming method brings: `markdown_text`, or chunks. */
export declare function readAddition(args: Args): Addition;
