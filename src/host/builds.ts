import type { Builds } from '../context/builds.ts';
import type { Config } from '../context/config.ts';
import type { BuildSystem } from '../context/config-systems.ts';
import { OpsError } from '../context/errors.ts';
import type { ServiceParts } from '../context/host.ts';
import { createClient } from '../services/client/client.ts';
import { clientOptions } from './client-options.ts';

type Settings<Name extends BuildSystem> = NonNullable<Config[Name]>;

/** Each is loaded when it is asked for. */
const openers: { [Name in BuildSystem]: (settings: Settings<Name>, parts: ServiceParts) => Promise<Builds> } = {
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
  parts: ServiceParts,
): Promise<Builds> {
  const settings: Config[Name] = config[name];
  if (settings === undefined) throw notConfigured(name);
  return openers[name](settings, parts);
}

function notConfigured(name: string): OpsError {
  return new OpsError('config', `no ${name} is configured`, {
    hint: `add ${name}: with its url and token to .chatopsrc, as .chatopsrc.example shows`,
  });
}
