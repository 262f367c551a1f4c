import type { PageState } from '../../page/protocol.ts';
import type { Person } from '../../state/model.ts';
import type { Workspace } from '../../state/workspace.ts';
import type { PageWorld } from './answer.ts';
import { isKnown, pageConversation, pageUser } from './people.ts';
import { pageHome, pageViews } from './views.ts';

function statusesFor({ statuses, conversations, clock }: Workspace, { id }: Person): Record<string, string> {
  const shown = [...statuses].filter(
    ([place, { until }]) => until > clock.now() && conversations.get(place.split('/', 1)[0] ?? '')?.members.has(id),
  );
  return Object.fromEntries(shown.map(([place, { status }]) => [place, status]));
}

/** All that a page shows of the workspace to one person, but for the messages. */
export function stateFor({ workspace, connections }: PageWorld, person: Person): PageState {
  const { team, bot } = workspace;
  const users = [...workspace.users.values()].map(pageUser);
  const userOf = ({ id, name }: Person) =>
    users.find((user) => user.id === id) ?? { id, name, realName: name, isBot: false };
  return {
    team: { id: team.id, name: team.name, domain: team.domain },
    me: userOf(person),
    people: [person, ...workspace.people.filter(({ id }) => id !== person.id)].map(userOf),
    users,
    app: { id: bot.appId, name: bot.name, userId: bot.userId, connections: connections() },
    conversations: [...workspace.conversations.values()]
      .filter((conversation) => isKnown(conversation, person))
      .map((conversation) => pageConversation(workspace, conversation, person)),
    usergroups: [...workspace.usergroups.values()].map(({ id, handle, name }) => ({ id, handle, name })),
    commands: workspace.commands.map(({ command, description, usageHint }) => ({ command, description, usageHint })),
    shortcuts: workspace.shortcuts,
    views: pageViews(workspace, person.id),
    home: pageHome(workspace, person.id),
    statuses: statusesFor(workspace, person),
  };
}
