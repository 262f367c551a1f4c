import { SandboxError } from '../../state/errors.ts';
import { didYouMean } from '../../state/nearest.ts';
import type { Tickets } from '../../state/tickets.ts';
import { assistantMethods } from './assistant.ts';
import { chatMethods } from './chat.ts';
import { conversationMethods } from './conversations.ts';
import { fileMethods } from './files.ts';
import type { Methods } from './method.ts';
import { reactionMethods } from './reactions.ts';
import { streamMethods } from './streams.ts';
import { userGroupMethods } from './usergroups.ts';
import { userMethods } from './users.ts';
import { viewMethods } from './views.ts';
import { workspaceMethods } from './workspace.ts';

export const everyMethod = (tickets: Tickets): Methods => ({
  ...workspaceMethods(tickets),
  ...{ ...userMethods, ...conversationMethods, ...chatMethods, ...streamMethods, ...reactionMethods },
  ...{ ...fileMethods, ...userGroupMethods, ...assistantMethods, ...viewMethods },
});

/** Refuses a name that no call will ever have. `others`: names besides those of methods. */
export function mustBeMethod(name: string, others: readonly string[] = []): void {
  const methods = Object.keys(everyMethod({ issue() {} }));
  if (methods.includes(name) || others.includes(name)) return;
  throw new SandboxError('invalid', `there is no method ${name}${didYouMean(name, methods)}`);
}
