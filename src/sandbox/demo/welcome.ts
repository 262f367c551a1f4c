import type { Sandbox } from '../server.ts';
import { rolesOf } from './cast.ts';
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

/** What happens with prod, to whom. */
function whoMay(people: Sandbox['people']): string {
  const { developer, lead, stranger } = rolesOf({ people });
  const prod = '• `ops deploy prod` asks first';
  const [one] = developer;
  if (one === undefined) return prod;
  const strange = stranger.length === 0 ? '' : ` ${stranger[0]} is a stranger, who may only ask \`ops whoami\`.`;
  return `${prod}. As ${one} it waits then for an approval: be ${lead.join(' or ')}, and press _Approve_.${strange} \`ops can ${one} deploy prod\` explains`;
}

const words = (
  { bot, people }: Sandbox,
  { site, folder }: Demo,
): string => `*Welcome.* This Slack is on your machine alone, and nothing leaves it. <@${bot.userId}> is connected to a demo project: a web shop in three versions. Type a line, here or in a direct message to <@${bot.userId}>:

• \`ops deploy uat\` releases it for real: <${site.url('uat')}|uat> shows what is there
• \`ops deploy uat --ref v1.1.0\` and \`ops rollback uat\` choose the version
• \`ops deployed\` and \`ops history\` tell what is where, since when, by whom; \`ops audit verify\` checks the record of it
${whoMay(people)}
• \`/ops deployed\` is the same line, and so is any message: _Run as ops_ in its menu
• \`ops builds\` asks the shop's Jenkins; \`ops builds-start web/deploy TARGET=uat\`, then \`ops builds-log web/deploy --follow\`
• \`ops prs\` shows what waits for you on GitHub; \`ops jira-sprint\` your tickets, and \`ops jira-mentions\` who wants something of you
• \`ops graph checkout\` draws how fast the shop answers; \`ops graph machines --from 1d\`, \`ops graph-find checkout\`
• \`ops greet\` and \`ops load\` are scripts in bash
• \`ops help\` lists the rest; a terminal in \`${folder}\` is another door to the same: \`ops approvals\`, \`ops log\``;
