import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { AppConfig, Config, JournalConfig } from '../context/config.ts';
import { settleLogins } from './logins.ts';

export interface Places {
  /** The folder that relative paths start from, absolute. */
  folder: string;
  /** What `~` stands for, where that is known. */
  home: string | undefined;
}

/** A configuration whose paths are as they were written. */
type WrittenConfig = Omit<Config, 'journal'> & { journal: Partial<JournalConfig> };

/** Makes every path absolute and fills in what depends on the rest. */
export function settleConfig(
  {
    app,
    apps,
    environments,
    locks,
    scripts,
    files,
    journal,
    output,
    slack,
    jenkins,
    teamcity,
    github,
    builds,
    graphite,
    prometheus,
    metrics,
    graphs,
    jira,
    ldap,
    people,
    roles,
    policy,
    rooms,
    limits,
  }: WrittenConfig,
  places: Places,
): Config {
  const [only, ...more] = Object.keys(apps);
  const meant = app ?? (more.length === 0 ? only : undefined);
  return {
    ...(meant === undefined ? {} : { app: meant }),
    apps: Object.fromEntries(Object.entries(apps).map(([name, value]) => [name, settleApp(value, places)])),
    environments,
    ...(locks === undefined ? {} : { locks }),
    scripts: scripts.map((folder) => absolutePath(folder, places)),
    files,
    journal: { ...journal, path: absolutePath(journal.path ?? '.ops/journal.db', places) },
    output,
    ...(slack === undefined ? {} : { slack }),
    ...(jenkins === undefined ? {} : { jenkins: withAuthorities(jenkins, places) }),
    ...(teamcity === undefined ? {} : { teamcity: withAuthorities(teamcity, places) }),
    ...(github === undefined ? {} : { github: withAuthorities(github, places) }),
    ...(builds === undefined ? {} : { builds }),
    ...(graphite === undefined ? {} : { graphite: withAuthorities(graphite, places) }),
    ...(prometheus === undefined ? {} : { prometheus: withAuthorities(prometheus, places) }),
    ...(metrics === undefined ? {} : { metrics }),
    ...(graphs === undefined ? {} : { graphs }),
    ...(jira === undefined ? {} : { jira: withAuthorities(jira, places) }),
    ...(ldap === undefined ? {} : { ldap: withAuthorities(ldap, places) }),
    people: settleLogins(people),
    roles,
    ...(policy === undefined ? {} : { policy }),
    rooms,
    limits,
  };
}

function settleApp(app: AppConfig, places: Places): AppConfig {
  const path = absolutePath(app.repository, places);
  const isFolder = /^[./~]/.test(app.repository) || existsSync(path);
  return { ...app, repository: isFolder ? path : app.repository, deploy: withProgram(app.deploy, places) };
}

/** Its arguments stay as they are written: `~/` may be the home folder of another machine. */
function withProgram(deploy: AppConfig['deploy'], places: Places): AppConfig['deploy'] {
  if (!Array.isArray(deploy)) return deploy;
  const [program = '', ...words] = deploy;
  return [program.startsWith('~/') ? absolutePath(program, places) : program, ...words];
}

/** Their certificates lie beside the configuration. */
function withAuthorities<Settings extends { ca?: string }>(settings: Settings, places: Places): Settings {
  return settings.ca === undefined ? settings : { ...settings, ca: absolutePath(settings.ca, places) };
}

export function absolutePath(path: string, { folder, home }: Places): string {
  if (home !== undefined && (path === '~' || path.startsWith('~/'))) return join(home, path.slice(1));
  return resolve(folder, path);
}
