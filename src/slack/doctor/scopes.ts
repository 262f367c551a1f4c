import { doubtful, type Finding, fine, wrong } from './finding.ts';

/** What the bot may do, and what is missing without it. */
const uses: Readonly<Record<string, string>> = {
  'chat:write': 'answers',
  'channels:history': 'lines in public channels',
  'groups:history': 'lines in private channels',
  'im:history': 'lines in direct messages',
  'mpim:history': 'lines in direct messages of several people',
  'app_mentions:read': '@ops in front of a line',
  'channels:read': 'rooms by their names, public ones',
  'groups:read': 'rooms by their names, private ones',
  'im:write': 'lines that are run from the Home tab',
  commands: 'the slash command and the shortcut',
  'files:read': 'files attached to a line',
  'files:write': 'long output as a file',
  'reactions:write': 'marks on the lines that run',
  'users:read': 'the names of people',
};
/** Where a role is of a user group. */
const ofGroups = ['usergroups:read', 'roles of user groups: nobody has them'] as const;

/** Without these nothing works: the first, and one of the others. */
const answering = 'chat:write';
const hearing = ['channels:history', 'groups:history', 'im:history', 'mpim:history', 'app_mentions:read'];
const where = 'add it under "OAuth & Permissions" at https://api.slack.com/apps, then install the app again';

/** What is wrong with the scopes that the bot has. */
export function scopeFindings(scopes: readonly string[], hasGroups: boolean): Finding[] {
  const used = [...Object.entries(uses), ...(hasGroups ? [ofGroups] : [])];
  const missing = used.filter(([scope]) => !scopes.includes(scope));
  const isDeaf = !hearing.some((scope) => scopes.includes(scope));
  if (missing.length === 0) return [fine('slack', `the bot may do all that ops needs: ${scopes.length} scopes`)];
  return missing.map(([scope, use]) => {
    const words = `the bot has no scope ${scope}: without it there is nothing of ${use}`;
    const isVital = scope === answering || scope === ofGroups[0] || (isDeaf && hearing.includes(scope));
    return isVital ? wrong('slack', words, where) : doubtful('slack', words, where);
  });
}
