import type { Sandbox } from './sandbox.ts';

/** What a program needs to use a sandbox. */
export interface Ready {
  /** The address of the page. */
  page: string;
  /** The address of the Web API, with a slash at its end. */
  api: string;
  appToken: string;
  botToken: string;
  team: { id: string; domain: string };
  bot: { userId: string; botId: string; name: string };
  channels: { id: string; name: string }[];
  people: { id: string; name: string; token: string }[];
}

/** The one object of `ops sandbox --json` and of `GET /control`. */
export function describeSandbox({ apiUrl, appToken, botToken, team, bot, channels, people }: Sandbox): Ready {
  return {
    page: new URL('/', apiUrl).href,
    api: apiUrl,
    appToken,
    botToken,
    team: { id: team.id, domain: team.domain },
    bot: { userId: bot.userId, botId: bot.botId, name: bot.name },
    channels: channels.map(({ id, name }) => ({ id, name })),
    people: people.map(({ id, name, token }) => ({ id, name, token })),
  };
}
