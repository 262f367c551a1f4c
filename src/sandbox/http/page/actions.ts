import { chatMethods } from '../../api/methods/chat.ts';
import { conversationMethods } from '../../api/methods/conversations.ts';
import type { Method } from '../../api/methods/method.ts';
import { reactionMethods } from '../../api/methods/reactions.ts';
import type { Answers, Requests } from '../../page/protocol.ts';
import { openConversation } from '../../state/conversations.ts';
import { SlackError } from '../../state/errors.ts';
import { dropMessage, messageAt } from '../../state/messages.ts';
import type { Conversation, Json, Message } from '../../state/model.ts';
import { change, typedContent } from '../../state/posting.ts';
import { markRead } from '../../state/reads.ts';
import { stopStream } from '../../state/streams.ts';
import type { PageWorld } from './answer.ts';
import { type Fields, readFields } from './fields.ts';
import { close, command, type Deed, home, options, press, shortcut, submit } from './interactions.ts';
import { personWith, roomFor, speakerOf } from './people.ts';
import { type Answer, requestFields } from './requests.ts';
import { say } from './say.ts';

type Actions = { readonly [Name in keyof Requests]: (deed: Deed, wanted: Requests[Name]) => Answer<Name> };

/** Calls a method of the Web API as the person. It is no request of a program, so nothing writes it down. */
async function asPerson({ workspace, person }: Deed, method: Method | undefined, args: Json): Promise<Json> {
  if (!method) throw new SlackError('unknown_method');
  return await method.run({ workspace, args, origin: workspace.origin, caller: speakerOf(person) });
}

function shownMessage(
  { workspace, person }: Deed,
  wanted: { channel: string; ts: string },
): { room: Conversation; message: Message } {
  const room = roomFor(workspace, person, wanted.channel);
  const message = messageAt(room, wanted.ts);
  const isShown = message && (message.ephemeralTo === undefined || message.ephemeralTo === person.id);
  if (!isShown) throw new SlackError('message_not_found');
  return { room, message };
}

function edit(deed: Deed, wanted: Requests['edit']): Answers['edit'] {
  const { workspace, person } = deed;
  const { room, message } = shownMessage(deed, wanted);
  if (message.user !== person.id || message.ephemeralTo !== undefined) throw new SlackError('cant_update_message');
  return { ts: change(workspace, room, message, typedContent(workspace, wanted.text, {}), true).ts };
}

async function remove(deed: Deed, { channel, ts }: Requests['delete']): Promise<object> {
  await asPerson(deed, chatMethods['chat.delete'], { channel, ts });
  return {};
}

async function react(deed: Deed, { channel, ts, name, on }: Requests['react']): Promise<object> {
  const method = reactionMethods[on ? 'reactions.add' : 'reactions.remove'];
  await asPerson(deed, method, { channel, timestamp: ts, name });
  return {};
}

function open({ workspace, person }: Deed, { users }: Requests['open']): Answers['open'] {
  const { conversation } = openConversation(workspace, speakerOf(person), users);
  return { channel: conversation.id };
}

function read({ workspace, person }: Deed, { channel, ts }: Requests['read']): object {
  markRead(workspace, person.id, roomFor(workspace, person, channel).id, ts);
  return {};
}

function dismiss(deed: Deed, wanted: Requests['dismiss']): object {
  const { room, message } = shownMessage(deed, wanted);
  if (message.ephemeralTo === undefined) throw new SlackError('cant_delete_message');
  dropMessage(deed.workspace, room, message.ts);
  return {};
}

async function join(deed: Deed, { channel }: Requests['join']): Promise<object> {
  await asPerson(deed, conversationMethods['conversations.join'], { channel });
  return {};
}

async function topic(deed: Deed, { channel, topic: said }: Requests['topic']): Promise<object> {
  await asPerson(deed, conversationMethods['conversations.setTopic'], { channel, topic: said });
  return {};
}

function stop(deed: Deed, wanted: Requests['stop']): object {
  const { room, message } = shownMessage(deed, wanted);
  stopStream(deed.workspace, room, deed.person, message.ts);
  return {};
}

const actions: Actions = {
  ...{ say, edit, delete: remove, react, open, read, dismiss, join, topic },
  ...{ press, submit, close, command, options, shortcut, home, stop },
};

/** Does what the page asks for, as one of the people. */
export async function act<Name extends keyof Requests>(
  world: PageWorld,
  name: Name,
  body: Json,
): Promise<Answers[Name]> {
  const fields: Fields<Requests[Name]> = requestFields[name];
  const wanted = readFields(fields, body);
  return await actions[name]({ ...world, person: personWith(world.workspace, wanted.as) }, wanted);
}
