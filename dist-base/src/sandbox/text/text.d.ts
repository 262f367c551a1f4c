import type { Message } from '../state/model.ts';
import type { Names } from './rich-text.ts';
type Shown = Pick<Message, 'text'> & Partial<Pick<Message, 'blocks' | 'attachments' | 'files'>>;
/** What a person sees of a message, as plain text. `names` says what an id is called. */
export declare function messageText(message: Shown, names?: Names): string;
export {};
