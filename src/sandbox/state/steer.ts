import type { AppOptions, Sandbox } from '../sandbox.ts';
import { isDirect } from './conversations.ts';
import { SandboxError } from './errors.ts';
import { everyCommand, everyShortcut } from './features.ts';
import { checkFields } from './fields.ts';
import { addChannels, addPeople } from './grow.ts';
import { join, leave } from './membership.ts';
import type { Conversation } from './model.ts';
import { roomCalled } from './names.ts';
import type { Workspace } from './workspace.ts';

/** A room that one can come to and go from. */
function channelCalled(workspace: Workspace, where: string): Conversation {
  const room = roomCalled(workspace, where);
  if (!isDirect(room)) return room;
  throw new SandboxError('invalid', `${where} are direct messages: nobody is invited to them or leaves them`);
}

/** All of it, or nothing where a part is refused. */
function setApp(workspace: Workspace, app: AppOptions): void {
  checkFields('app', app, { commands: 'list?', shortcuts: 'list?', scopes: 'texts?' });
  const { commands, shortcuts, scopes } = app;
  Object.assign(workspace, {
    ...(commands === undefined ? {} : { commands: everyCommand(commands) }),
    ...(shortcuts === undefined ? {} : { shortcuts: everyShortcut(shortcuts) }),
    ...(scopes === undefined ? {} : { scopes }),
  });
  workspace.changes.tell({ type: 'workspace' });
}

/** What a program changes in a workspace that runs. */
export function createSteering(
  workspace: Workspace,
): Pick<Sandbox, 'invite' | 'kick' | 'setApp' | 'addPeople' | 'addChannels'> {
  const { bot } = workspace;
  return {
    invite: (channel) => void join(workspace, channelCalled(workspace, channel), bot.userId),
    kick: (channel) => void leave(workspace, channelCalled(workspace, channel), bot.userId),
    setApp: (app) => setApp(workspace, app),
    addPeople: (people) => addPeople(workspace, people),
    addChannels: (channels) => addChannels(workspace, channels).map(({ id, name }) => ({ id, name })),
  };
}
