import type { Edit, Line, Posted } from '../sandbox.ts';
import { channelNamed } from './conversations.ts';
import { SandboxError } from './errors.ts';
import { messageAt } from './messages.ts';
import type { Conversation, Message, Person, Speaker } from './model.ts';
import { type Content, change, post, typedContent } from './posting.ts';
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

function roomOf(workspace: Workspace, person: Person, where: string): Conversation {
  const room = roomCalled(workspace, where);
  if (!room.members.has(person.id)) throw new SandboxError('not_found', `${person.name} is not in ${where}`);
  return room;
}

const contentOf = (workspace: Workspace, { text, raw, smart }: Pick<Line, 'text' | 'raw' | 'smart'>): Content =>
  raw ? { text } : typedContent(workspace, text, smart === undefined ? {} : { smart });

export function say(workspace: Workspace, line: Line): Posted {
  const person = personCalled(workspace, line.as);
  const room = roomOf(workspace, person, line.channel);
  const speaker: Speaker = { kind: 'person', userId: person.id };
  const placement = line.thread === undefined ? {} : { thread: line.thread };
  return { channel: room.id, ts: post(workspace, room, speaker, contentOf(workspace, line), placement).ts };
}

export function edit(workspace: Workspace, wanted: Edit): Posted {
  const person = personCalled(workspace, wanted.as);
  const room = roomOf(workspace, person, wanted.channel);
  const message: Message | undefined = messageAt(room, wanted.ts);
  if (message?.user !== person.id) {
    throw new SandboxError('not_found', `${person.name} has no message ${wanted.ts} in ${wanted.channel}`);
  }
  return { channel: room.id, ts: change(workspace, room, message, contentOf(workspace, wanted), true).ts };
}
