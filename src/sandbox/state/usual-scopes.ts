/** What an app has that asked for all that it may need. `chat:write.public` is apart: it changes where the app can post. */
export const usualScopes: readonly string[] = [
  ...['app_mentions:read', 'channels:history', 'channels:join', 'channels:manage', 'channels:read', 'chat:write'],
  ...['commands', 'emoji:read', 'files:read', 'files:write', 'groups:history', 'groups:read', 'groups:write'],
  ...['im:history', 'im:read', 'im:write', 'mpim:history', 'mpim:read', 'mpim:write', 'reactions:read'],
  ...['reactions:write', 'team:read', 'usergroups:read', 'usergroups:write', 'users:read'],
  'users:read.email',
];
