import type { Message } from '../../state/model.ts';
import { type Known, threadKey } from '../store.ts';

/** Whether a thread has replies of others that came after the person had last read its room, and has not been looked at since. */
export function hasUnseenReplies({ seen, page }: Known, channel: string, root: Message): boolean {
  const { reply_count: count = 0, reply_users: users = [], latest_reply: latest = '', ts } = root;
  const read = seen[threadKey(channel, ts)] ?? seen[channel];
  return count > 0 && read !== undefined && latest > read && users.some((id) => id !== page?.me.id);
}
