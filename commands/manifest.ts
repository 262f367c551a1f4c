import { code, defineCommand, linked } from '../src/index.ts';

const page = 'https://api.slack.com/apps';

export default defineCommand({
  name: 'manifest',
  summary: 'Print what makes the Slack app, to paste into Slack',
  description: `Scopes, events, the slash command and the shortcut that ops uses. Paste it at ${page} into "Create New App", "From a manifest"; into "App Manifest" of an app that there is already, and install that anew.`,
  examples: [{ line: 'ops manifest', says: 'JSON for "From a manifest"' }],
  effect: 'read',
  surfaces: ['terminal'],
  run: (_input, { config, output }) => {
    const manifest = manifestOf(config.slack?.word ?? 'ops');
    const filledIn = `${page}?new_app=1&manifest_json=${encodeURIComponent(JSON.stringify(manifest))}`;
    output.note([`Paste it at ${page}, or open `, linked('a form that has it filled in', filledIn)]);
    return manifest;
  },
  show: (manifest) => [code(JSON.stringify(manifest, null, 2))],
});

/** https://docs.slack.dev/reference/app-manifest. Slack escapes people and channels in what follows the command. */
function manifestOf(word: string) {
  const command = { command: `/${word}`, description: 'Run an operation', usage_hint: '[command] [arguments]' };
  const shortcut = { name: `Run as ${word}`, description: 'Take this message for a line, and run it' };
  return {
    display_information: { name: word, description: 'Run operations from a room' },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: word, always_online: true },
      slash_commands: [{ ...command, should_escape: true }],
      shortcuts: [{ ...shortcut, type: 'message', callback_id: 'ops_run' }],
    },
    oauth_config: { scopes: { bot: scopes } },
    settings: {
      event_subscriptions: { bot_events: events },
      interactivity: { is_enabled: true },
      socket_mode_enabled: true,
    },
  };
}

const scopes = [
  'app_mentions:read',
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'mpim:history',
  'reactions:write',
  'usergroups:read',
  'users:read',
];

const events = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'message.channels',
  'message.groups',
  'message.im',
  'message.mpim',
  'tokens_revoked',
];
