import type { Edit, Line, Posted } from '../sandbox.ts';
import { SandboxError } from '../state/errors.ts';
import { messageAt } from '../state/messages.ts';
import type { Conversation, Message, Person, Speaker } from '../state/model.ts';
import { personCalled, roomCalled } from '../state/names.ts';
import { type Content, change, post, typedContent } from '../state/posting.ts';
import type { Workspace } from '../state/workspace.ts';

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
