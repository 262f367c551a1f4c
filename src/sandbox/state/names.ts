import { channelNamed } from './conversations.ts';
import { SandboxError } from './errors.ts';
import type { Conversation, Person } from './model.ts';
import { directMessageId, type Workspace } from './workspace.ts';

export function personCalled({ people }: Workspace, nameOrId: string): Person {
  const found = people.find(({ id, name }) => id === nameOrId || name === nameOrId);
  if (found) return found;
  const known = people.map(({ name }) => name).join(', ');
  throw new SandboxError('not_found', `nobody here is called ${nameOrId} (people: ${known})`);
}

/** The conversation behind an id, `#name`, `name`, or `@name` for the direct messages of that person with the app. */
export function roomCalled(workspace: Workspace, where: string): Conversation {
  const id = where.startsWith('@')
    ? directMessageId(personCalled(workspace, where.slice(1)).id, workspace.bot.userId)
    : (channelNamed(workspace, where.replace(/^#/u, ''))?.id ?? where);
  const found = workspace.conversations.get(id);
  if (found) return found;
  const known = [...workspace.conversations.values()]
    .flatMap(({ name }) => (name === '' ? [] : [`#${name}`]))
    .join(', ');
  throw new SandboxError('not_found', `there is no channel ${where} (channels: ${known})`);
}
