import type { About, Conversation, Json, Speaker, User } from './model.ts';
import type { Workspace } from './workspace.ts';

function describeAbout({ value, creator, lastSet }: About = { value: '', creator: '', lastSet: 0 }): Json {
  return { value, creator, last_set: lastSet };
}

/** A conversation as the Web API shows it to the speaker. */
export function describeConversation(workspace: Workspace, conversation: Conversation, speaker: Speaker): Json {
  const { id, kind, created, creator, members, name } = conversation;
  const shared = {
    id,
    created,
    is_archived: false,
    is_im: kind === 'im',
    is_org_shared: false,
    context_team_id: workspace.team.id,
    updated: created * 1000,
  };
  if (kind === 'im') {
    const other = [...members].find((member) => member !== speaker.userId) ?? speaker.userId;
    return { ...shared, user: other, is_user_deleted: false, priority: 0 };
  }
  return {
    ...shared,
    name,
    name_normalized: name,
    creator,
    is_channel: kind === 'channel',
    is_group: kind === 'group',
    is_mpim: kind === 'mpim',
    is_private: kind !== 'channel',
    is_general: name === 'general',
    is_member: members.has(speaker.userId),
    is_shared: false,
    is_ext_shared: false,
    is_pending_ext_shared: false,
    pending_shared: [],
    unlinked: 0,
    topic: describeAbout(conversation.topic),
    purpose: describeAbout(conversation.purpose),
    previous_names: [],
  };
}

/** A user as the Web API shows it; the address only to who may read it. */
export function describeUser(workspace: Workspace, user: User, withEmail = true): Json {
  const { id, name, realName, email, title, isBot } = user;
  const { team, bot } = workspace;
  return {
    id,
    team_id: team.id,
    name,
    deleted: false,
    real_name: realName,
    tz: 'Etc/UTC',
    tz_label: 'Coordinated Universal Time',
    tz_offset: 0,
    profile: {
      real_name: realName,
      real_name_normalized: realName,
      title: title ?? '',
      display_name: name,
      display_name_normalized: name,
      ...(withEmail && email !== undefined ? { email } : {}),
      team: team.id,
      ...(isBot ? { api_app_id: bot.appId, bot_id: bot.botId } : {}),
    },
    is_admin: false,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_bot: isBot,
    is_app_user: false,
    updated: 0,
  };
}
