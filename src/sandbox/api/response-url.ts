import { SlackError } from '../state/errors.ts';
import { freshToken } from '../state/ids.ts';
import { messageAt } from '../state/messages.ts';
import type { Message, Speaker } from '../state/model.ts';
import { change, post, remove } from '../state/posting.ts';
import type { ResponseTicket, Workspace } from '../state/workspace.ts';
import type { Args } from './args.ts';
import { flag, optionalText } from './args.ts';
import { readContent } from './content.ts';

const mostUses = 5;
const lifetime = 30 * 60_000;

/** An address that answers one press: five times, within half an hour. */
export function responseUrl(workspace: Workspace, conversation: string, user: string, ts: string): string {
  const key = freshToken('r');
  workspace.responses.set(key, { conversation, user, ts, uses: 0, until: workspace.clock.now() + lifetime });
  return `${workspace.origin}/actions/${workspace.team.id}/${key}`;
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
  const before: Message | undefined = messageAt(conversation, ticket.ts);
  if (flag(args, 'delete_original')) {
    if (before) remove(workspace, conversation, before);
    return;
  }
  const speaker: Speaker = { kind: 'bot', userId: workspace.bot.userId };
  const content = readContent(workspace, args, speaker, optionalText(args, 'text'));
  if (flag(args, 'replace_original') && before) {
    change(workspace, conversation, before, content, !content.blocks);
    return;
  }
  const thread = optionalText(args, 'thread_ts') ?? before?.thread_ts;
  const everybody = optionalText(args, 'response_type') === 'in_channel';
  post(workspace, conversation, speaker, content, {
    ...(thread ? { thread } : {}),
    ...(everybody ? {} : { ephemeralTo: ticket.user }),
  });
}
