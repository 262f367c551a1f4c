import { readContent } from '../api/content.ts';
import { responseUrl } from '../api/response-url.ts';
import type { Interacted } from '../interactions.ts';
import { channelNamed } from '../state/conversations.ts';
import { SlackError } from '../state/errors.ts';
import type { SlashCommand } from '../state/features.ts';
import { storeMessage } from '../state/messages.ts';
import type { Conversation, Json, Person, Speaker } from '../state/model.ts';
import { post } from '../state/posting.ts';
import { isRecord } from '../state/record.ts';
import { issueTrigger } from '../state/triggers.ts';
import type { Workspace } from '../state/workspace.ts';
import { smartPunctuation } from '../text/smart.ts';
import { escapeText } from '../text/wire.ts';
import { roomName } from './interaction.ts';

const reference = /(?<=^|\s)(?:@[\p{L}\p{N}_][\p{L}\p{N}_.-]*|#[\p{L}\p{N}_-]+|https?:\/\/[^\s<>]+)/gu;

/** The text with its people, rooms and links as references, and with entities. */
function escaped(workspace: Workspace, text: string): string {
  const people = [...workspace.users.values()];
  return escapeText(text).replace(reference, (word) => {
    const name = word.slice(1);
    if (word.startsWith('@')) {
      const user = people.find((one) => one.name === name);
      return user ? `<@${user.id}|${name}>` : word;
    }
    if (!word.startsWith('#')) return `<${word}>`;
    const channel = channelNamed(workspace, name);
    return channel ? `<#${channel.id}|${name}>` : word;
  });
}

function payloadOf(workspace: Workspace, by: Person, room: Conversation, known: SlashCommand, typed: string): Json {
  const { team, bot, smart } = workspace;
  const text = smart ? smartPunctuation(typed.trim()) : typed.trim();
  return {
    token: 'sandbox',
    team_id: team.id,
    team_domain: team.domain,
    channel_id: room.id,
    channel_name: roomName(room),
    user_id: by.id,
    user_name: by.name,
    command: known.command,
    text: known.shouldEscape ? escaped(workspace, text) : text,
    api_app_id: bot.appId,
    is_enterprise_install: 'false',
    response_url: responseUrl(workspace, { conversation: room.id, user: by.id }),
    trigger_id: issueTrigger(workspace, by.id),
  };
}

/** What Slackbot tells the person alone. */
function tellAlone(workspace: Workspace, room: Conversation, by: Person, text: string, thread?: string): void {
  storeMessage(workspace, room, {
    ...{ type: 'message', ts: workspace.clock.ts(), user: 'USLACKBOT', team: workspace.team.id, text },
    ...(thread === undefined ? {} : { thread_ts: thread }),
    ephemeralTo: by.id,
  });
}

/** What was typed: everybody sees it where everybody sees the answer, and nobody otherwise. */
function showTyped(workspace: Workspace, room: Conversation, by: Person, line: string): void {
  const { clock, team } = workspace;
  storeMessage(workspace, room, {
    ...{ type: 'message', ts: clock.ts(), user: by.id, team: team.id, text: escapeText(line) },
  });
}

/** Shows what the app acknowledged the command with. */
function show(workspace: Workspace, room: Conversation, by: Person, line: string, payload: unknown): void {
  if (!isRecord(payload) || Object.keys(payload).length === 0) return;
  const speaker: Speaker = { kind: 'bot', userId: workspace.bot.userId };
  const text = typeof payload['text'] === 'string' ? payload['text'] : undefined;
  const content = readContent(workspace, payload, speaker, text);
  const everybody = payload['response_type'] === 'in_channel';
  if (everybody) showTyped(workspace, room, by, line);
  post(workspace, room, speaker, content, everybody ? {} : { ephemeralTo: by.id });
}

export interface CommandRequest {
  room: Conversation;
  command: string;
  text: string;
  thread?: string | undefined;
}

const failed = (name: string, error: string): string => `${name} failed with the error "${error}"`;

/** A person sends a slash command. What goes wrong they read from Slackbot. */
export async function runCommand(workspace: Workspace, by: Person, wanted: CommandRequest): Promise<Interacted> {
  const { room, command: name, text, thread } = wanted;
  const refuse = (failure: string): Interacted => {
    tellAlone(workspace, room, by, failure, thread);
    return { acked: false, failure };
  };
  const known = workspace.commands.find(({ command }) => command === name);
  if (!known) return refuse(`${name} is not a valid command.`);
  if (thread !== undefined) return refuse(`${name} is not supported in threads. Sorry!`);
  const payload = payloadOf(workspace, by, room, known, text);
  const answer = await workspace.delivery.interactive(payload, { type: 'slash_commands', accepts: true });
  if (!answer.acked) return { ...refuse(failed(name, 'dispatch_failed')), ...answer };
  try {
    show(workspace, room, by, `${name} ${text}`.trim(), answer.payload);
    return answer;
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    return { ...refuse(failed(name, error.error)), ...answer };
  }
}
