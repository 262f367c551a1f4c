import { responseUrl } from '../api/response-url.ts';
import type { Interacted } from '../interactions.ts';
import { SandboxError } from '../state/errors.ts';
import { outward } from '../state/events.ts';
import type { Shortcut } from '../state/features.ts';
import type { Json, Person } from '../state/model.ts';
import { issueTrigger } from '../state/triggers.ts';
import type { Workspace } from '../state/workspace.ts';
import { aboutActor, interacted, roomName, surfaceAt } from './interaction.ts';

export interface ShortcutRequest {
  callbackId: string;
  /** The message whose menu it was picked from. */
  message?: { channel: string; ts: string };
}

function shortcutCalled({ shortcuts }: Workspace, callbackId: string, type: Shortcut['type']): void {
  if (shortcuts.some((shortcut) => shortcut.callbackId === callbackId && shortcut.type === type)) return;
  const known = shortcuts.map((shortcut) => `${shortcut.callbackId} (${shortcut.type})`).join(', ') || 'none';
  throw new SandboxError('not_found', `there is no ${type} shortcut ${callbackId} (shortcuts: ${known})`);
}

function aboutMessage(workspace: Workspace, by: Person, place: { channel: string; ts: string }): Json {
  const surface = surfaceAt(workspace, by, place);
  if (surface.kind !== 'message') return {};
  const { conversation, message } = surface;
  return {
    channel: { id: conversation.id, name: roomName(conversation) },
    message_ts: message.ts,
    message: outward(message),
    response_url: responseUrl(workspace, { conversation: conversation.id, user: by.id, ts: message.ts }),
  };
}

/** A person picks a shortcut: `shortcut`, or `message_action` for one of a message. */
export async function runShortcut(workspace: Workspace, by: Person, wanted: ShortcutRequest): Promise<Interacted> {
  const { callbackId, message } = wanted;
  shortcutCalled(workspace, callbackId, message ? 'message' : 'global');
  const acknowledgement = await workspace.delivery.interactive({
    type: message ? 'message_action' : 'shortcut',
    ...aboutActor(workspace, by),
    ...(message ? aboutMessage(workspace, by, message) : {}),
    callback_id: callbackId,
    trigger_id: issueTrigger(workspace, by.id),
    action_ts: workspace.clock.ts(),
  });
  return interacted(acknowledgement);
}
