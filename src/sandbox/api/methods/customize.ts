import type { Message } from '../../state/model.ts';
import { optionalText } from '../args.ts';
import { hasScope } from '../scopes.ts';
import type { Spoken } from './method.ts';

/** The name and the picture that an app gives one message. Without `chat:write.customize` they are its own. */
export function customized({ workspace, speaker, args }: Spoken): Pick<Message, 'subtype' | 'username' | 'icons'> {
  if (speaker.kind !== 'bot' || !hasScope(workspace, speaker, 'chat:write.customize')) return {};
  const username = optionalText(args, 'username');
  const emoji = optionalText(args, 'icon_emoji');
  const image = optionalText(args, 'icon_url');
  if (!username && !emoji && !image) return {};
  const icons = emoji ? { emoji } : image && { image_36: image, image_48: image, image_72: image };
  return { subtype: 'bot_message', ...(username && { username }), ...(icons && { icons }) };
}
