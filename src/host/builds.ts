import { readFileSync } from 'node:fs';
import type { Builds } from '../context/builds.ts';
import type { Config } from '../context/config.ts';
import type { BuildSystem, SystemConfig } from '../context/config-systems.ts';
import { OpsError } from '../context/errors.ts';
import type { BuildsParts } from '../context/host.ts';
import { type ClientOptions, createClient } from '../services/client/client.ts';

type Settings<Name extends BuildSystem> = NonNullable<Config[Name]>;

/** Each is loaded when it is asked for. */
const openers: { [Name in BuildSystem]: (settings: Settings<Name>, parts: BuildsParts) => Promise<Builds> } = {
  jenkins: async (settings, parts) => {
    const { openJenkins } = await import('../services/jenkins/jenkins.ts');
    const { user, token } = settings;
    const authorization = `Basic ${Buffer.from(`${user}:${token}`).toString('base64')}`;
    const asked = { system: 'Jenkins', section: 'jenkins', headers: { authorization } };
    return openJenkins({ client: createClient({ ...asked, ...clientOptions(settings, parts) }), clock: parts.clock });
  },
  teamcity: async (settings, parts) => {
    const { faultOf, openTeamcity } = await import('../services/teamcity/teamcity.ts');
    const headers = { authorization: `Bearer ${settings.token}` };
    const asked = { system: 'TeamCity', section: 'teamcity', headers, faultOf };
    const client = createClient({ ...asked, ...clientOptions(settings, parts) });
    return openTeamcity({ client, clock: parts.clock, url: settings.url });
  },
  github: async (settings, parts) =>
    (await import('./builds-github.ts')).openGithubBuilds(settings, clientOptions(settings, parts)),
};

/** The system of that name, as it is configured. */
export async function openBuilds<Name extends BuildSystem>(
  name: Name,
  config: Config,
  parts: BuildsParts,
): Promise<Builds> {
  const settings: Config[Name] = config[name];
  if (settings === undefined) throw notConfigured(name);
  return openers[name](settings, parts);
}

function clientOptions(
  { url, ca, timeout }: SystemConfig,
  parts: BuildsParts,
): Pick<ClientOptions, 'url' | 'ca' | 'timeout' | keyof BuildsParts> {
  return { ...parts, url, timeout, ca: ca === undefined ? undefined : readAuthorities(ca) };
}

function readAuthorities(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new OpsError('config', `the certificates in ${path} cannot be read: ${why}`);
  }
}

function notConfigured(name: string): OpsError {
  return new OpsError('config', `no ${name} is configured`, {
    hint: `add ${name}: with its url and token to .chatopsrc, as .chatopsrc.example shows`,
  });
}
