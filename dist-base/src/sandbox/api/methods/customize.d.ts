import type { Message } from '../../state/model.ts';
import type { Spoken } from './method.ts';
/** The name and the picture that an app gives one message. Without `chat:write.customize` they are its own. */
export declare function customized({ workspace, speaker, args }: Spoken): Pick<Message, 'subtype' | 'username' | 'icons'>;
