import type { Message } from '../../state/model.ts';
/** A message with its files where the page can load them: under its own address, whatever the app calls this machine. */
export declare const messageForPage: (message: Message, origin: string) => Message;
