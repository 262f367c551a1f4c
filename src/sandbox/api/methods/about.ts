import { type AboutKind, setAbout } from '../../state/about.ts';
import { longestAbout } from '../../state/check-options.ts';
import { conversationFor, mustBeMember } from '../../state/conversations.ts';
import { describeConversation } from '../../state/describe.ts';
import { complaint, SlackError } from '../../state/errors.ts';
import { optionalText, requiredText } from '../args.ts';
import { type Method, method } from './method.ts';

/** Says what a channel is about, or what it is for; an empty text takes that away. */
export const about = (kind: AboutKind): Method =>
  method(({ workspace, args, speaker }) => {
    const conversation = conversationFor(workspace, speaker, requiredText(args, 'channel'));
    const text = optionalText(args, kind);
    if (text === undefined) throw complaint('invalid_arguments', [`missing required field: ${kind}`]);
    if (conversation.kind === 'im') throw new SlackError('method_not_supported_for_channel_type');
    mustBeMember(conversation, speaker);
    if (text.length > longestAbout) throw new SlackError('too_long');
    setAbout(workspace, conversation, speaker.userId, kind, text);
    return { channel: describeConversation(workspace, conversation, speaker) };
  });
