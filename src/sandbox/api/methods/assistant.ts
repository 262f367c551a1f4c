import { conversationFor, mustBeMember } from '../../state/conversations.ts';
import { complaint, SlackError } from '../../state/errors.ts';
import { messageAt } from '../../state/messages.ts';
import { setStatus } from '../../state/statuses.ts';
import { json, optionalText, requiredText } from '../args.ts';
import { type Methods, method, scoped } from './method.ts';

const mostLoadingMessages = 10;

const setThreadStatus = method(({ workspace, args, speaker }) => {
  const conversation = mustBeMember(conversationFor(workspace, speaker, requiredText(args, 'channel_id')), speaker);
  const thread = requiredText(args, 'thread_ts');
  const status = optionalText(args, 'status');
  if (status === undefined) throw complaint('invalid_arguments', ['missing required field: status']);
  const rotating = json(args, 'loading_messages', 'invalid_arguments') ?? [];
  if (!Array.isArray(rotating) || rotating.length > mostLoadingMessages) throw new SlackError('invalid_arguments');
  const message = messageAt(conversation, thread);
  if (!message) throw new SlackError('invalid_thread_ts');
  setStatus(workspace, conversation, message.thread_ts ?? message.ts, status);
  return {};
});

export const assistantMethods: Methods = scoped('chat:write', {
  'assistant.threads.setStatus': { ...setThreadStatus, callers: ['bot'] },
});
