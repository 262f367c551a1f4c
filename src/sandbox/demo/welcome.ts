import type { Sandbox } from '../server.ts';
import type { Demo } from './demo.ts';

const eventType = 'sandbox_welcome';

/** The app says what to type in the room that the page opens with, unless it stands there already. */
export async function welcome(slack: Sandbox, demo: Demo): Promise<void> {
  const room = slack.channels.find(({ name }) => name === 'ops') ?? slack.channels[0];
  if (room === undefined) return;
  const isThere = slack.messages(room.id).some(({ metadata }) => metadata?.['event_type'] === eventType);
  if (isThere) return;
  const headers = { authorization: `Bearer ${slack.botToken}`, 'content-type': 'application/json; charset=utf-8' };
  const text = words(slack, demo);
  const body = JSON.stringify({
    channel: room.id,
    text,
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }],
    metadata: { event_type: eventType, event_payload: {} },
  });
  const answer = await fetch(`${slack.apiUrl}chat.postMessage`, { method: 'POST', headers, body });
  await answer.body?.cancel();
}

const words = (
  { bot }: Sandbox,
  { site }: Demo,
): string => `*Welcome.* This Slack is on your machine alone, and nothing leaves it. <@${bot.userId}> is connected to a demo project: a web shop in three versions. Type a line, here or in a direct message to <@${bot.userId}>:

• \`ops deploy uat\` releases it for real: <${site.url('uat')}|uat> shows what is there
• \`ops deploy uat --ref v1.1.0\` and \`ops rollback uat\` choose the version
• \`ops deployed\` and \`ops history\` tell what is where, since when, by whom
• \`ops deploy prod --yes\`: prod asks first
• \`ops greet\` and \`ops load\` are scripts in bash
• \`ops help\` lists the rest`;
