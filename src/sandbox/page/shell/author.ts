import type { Message } from '../../state/model.ts';
import type { Page } from '../page.ts';
import { nameOf } from './names.ts';

export interface Author {
  id: string;
  name: string;
  isApp: boolean;
  /** A picture that the app gave itself for this message. */
  emoji?: string;
  image?: string;
}

interface Customized {
  username?: string;
  icons?: { emoji?: string; image_48?: string; image_64?: string };
}

/** Who a message is by, as it is shown: an app may give itself another name and picture. */
export function authorFor(page: Page, message: Message): Author {
  const user = page.user(message.user);
  const { username, icons } = message as Message & Customized;
  const emoji = icons?.emoji === undefined ? undefined : page.emoji(icons.emoji.replaceAll(':', ''));
  const image = icons?.image_64 ?? icons?.image_48;
  return {
    id: username ?? message.user,
    name: username ?? (message.user === 'USLACKBOT' ? 'Slackbot' : nameOf(user)),
    isApp: message.bot_id !== undefined || (user?.isBot ?? false),
    ...(emoji === undefined ? {} : { emoji }),
    ...(image === undefined ? {} : { image }),
  };
}
