import type { Sandbox } from '../sandbox.ts';
import { type Fields } from '../state/fields.ts';
import type { Json } from '../state/model.ts';
interface Act {
    /** What the body is; without them the act itself looks. */
    fields?: Fields;
    /** The answer besides `ok`. */
    run(sandbox: Sandbox, args: Json): unknown;
}
/** What can be asked for with POST /control/<name>, by the names that programs know. */
export declare const acts: Readonly<Record<string, Act>>;
export {};
