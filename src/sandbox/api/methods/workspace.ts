import { seconds } from '../../state/clock.ts';
import { uuid } from '../../state/ids.ts';
import type { Caller, Json } from '../../state/model.ts';
import type { Tickets } from '../../state/tickets.ts';
import { emojiTable } from '../../text/emoji.ts';
import { flag } from '../args.ts';
import { type Context, type Method, type Methods, method, scoped } from './method.ts';

function authTest({ workspace, caller, origin }: Context & { caller: Caller }): Json {
  const { team, bot, users } = workspace;
  if (caller.kind === 'app') return { app_name: bot.name, app_id: bot.appId };
  return {
    url: `${origin}/`,
    team: team.name,
    user: users.get(caller.userId)?.name ?? '',
    team_id: team.id,
    user_id: caller.userId,
    ...(caller.kind === 'bot' ? { bot_id: bot.botId } : {}),
    is_enterprise_install: false,
  };
}

const teamInfo = method(({ workspace, origin }) => ({
  team: {
    id: workspace.team.id,
    name: workspace.team.name,
    url: `${origin}/`,
    domain: workspace.team.domain,
    email_domain: '',
    icon: { image_default: true },
  },
}));

/** This workspace has no emoji of its own; the categories are those of the emoji that everybody has. */
const emojiList = method(async ({ workspace, args }) => {
  const own = { emoji: {}, cache_ts: `${seconds(workspace.clock)}.000000` };
  if (!flag(args, 'include_categories')) return own;
  const categories = (await emojiTable()).map(({ group, emoji }) => ({
    name: group,
    emoji_names: emoji.map(([, name]) => name),
  }));
  return { ...own, categories_version: '5', categories };
});

/** One ticket opens one connection. */
function connectionsOpen(tickets: Tickets): Method {
  return {
    callers: ['app'],
    run({ workspace, origin }) {
      const ticket = uuid();
      tickets.issue(ticket);
      const address = `${origin.replace(/^http/u, 'ws')}/link/`;
      return { url: `${address}?ticket=${ticket}&app_id=${workspace.bot.appId.toLowerCase()}` };
    },
  };
}

export const workspaceMethods = (tickets: Tickets): Methods => ({
  'apps.connections.open': connectionsOpen(tickets),
  'auth.test': { callers: ['app', 'bot', 'person'], run: authTest },
  ...scoped('team:read', { 'team.info': teamInfo }),
  ...scoped('emoji:read', { 'emoji.list': emojiList }),
});
