import { SlackError } from '../state/errors.ts';
import { freshToken } from '../state/ids.ts';
import { messageAt } from '../state/messages.ts';
import type { Speaker } from '../state/model.ts';
import { change, post, remove } from '../state/posting.ts';
import type { ResponseTicket, Workspace } from '../state/workspace.ts';
import type { Args } from './args.ts';
import { flag, optionalText } from './args.ts';
import { readContent } from './content.ts';

const mostUses = 5;
const lifetime = 30 * 60_000;

/** An address that answers one press or command: five times, within half an hour. */
export function responseUrl(workspace: Workspace, about: Pick<ResponseTicket, 'conversation' | 'user' | 'ts'>): string {
  const { responses, clock, origin, team } = workspace;
  const now = clock.now();
  for (const [key, { until }] of responses) if (until + lifetime < now) responses.delete(key);
  const key = freshToken('r');
  responses.set(key, { ...about, uses: 0, until: now + lifetime });
  return `${origin}/${about.ts === undefined ? 'commands' : 'actions'}/${team.id}/${key}`;
}

function ticketFor(workspace: Workspace, key: string): ResponseTicket {
  const ticket = workspace.responses.get(key);
  if (!ticket || ticket.until < workspace.clock.now()) throw new SlackError('expired_url');
  if (ticket.uses >= mostUses) throw new SlackError('used_url');
  ticket.uses += 1;
  return ticket;
}

/** What the app sends to the address: only the person sees it, unless it says otherwise. */
export function respond(workspace: Workspace, key: string, args: Args): void {
  const ticket = ticketFor(workspace, key);
  const conversation = workspace.conversations.get(ticket.conversation);
  if (!conversation) throw new SlackError('channel_not_found');
  const before = ticket.ts === undefined ? undefined : messageAt(conversation, ticket.ts);
  const speaker: Speaker = { kind: 'bot', userId: workspace.bot.userId };
  if (flag(args, 'delete_original')) {
    if (before) remove(workspace, conversation, before);
    return;
  }
  const content = readContent(workspace, args, speaker, optionalText(args, 'text'));
  if (flag(args, 'replace_original') && before) {
    change(workspace, conversation, before, content, !content.blocks);
    return;
  }
  const thread = optionalText(args, 'thread_ts');
  const everybody = optionalText(args, 'response_type') === 'in_channel';
  post(workspace, conversation, speaker, content, {
    ...(thread ? { thread } : {}),
    ...(everybody ? {} : { ephemeralTo: ticket.user }),
  });
}
