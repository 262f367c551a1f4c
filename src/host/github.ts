import type { GitHubConfig } from '../context/config-systems.ts';
import type { ServiceParts } from '../context/host.ts';
import { type ClientOptions, createClient } from '../services/client/client.ts';
import { readFault } from '../services/github/failure.ts';
import { clientOptions } from './client-options.ts';

/** How GitHub is asked; its token is sent to no other address. */
export function githubClient(settings: GitHubConfig, parts: ServiceParts) {
  const asked = {
    ...{ ...clientOptions(settings, parts), system: 'GitHub', section: 'github', faultOf: readFault },
  } satisfies Partial<ClientOptions>;
  const headers = {
    authorization: `Bearer ${settings.token}`,
    accept: 'application/vnd.github+json',
    'x-github-api-version': '2022-11-28',
    'user-agent': 'ops',
  };
  return {
    client: createClient({ ...asked, headers }),
    /** Asks another address. */
    bareAt: (url: string) => createClient({ ...asked, url, headers: {} }),
  };
}
