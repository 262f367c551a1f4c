import { parseYaml } from '../command/script-header.ts';
import type { Builds } from '../context/builds.ts';
import type { GitHubConfig } from '../context/config-systems.ts';
import type { Clock } from '../context/host.ts';
import { type ClientOptions, createClient } from '../services/client/client.ts';
import { openGitHub, readFault } from '../services/github/github.ts';

type Options = Pick<ClientOptions, 'url' | 'ca' | 'timeout' | 'http' | 'signal'> & { clock: Clock };

export function openGithubBuilds({ token, repositories }: GitHubConfig, options: Options): Builds {
  const asked = { ...options, system: 'GitHub', section: 'github', faultOf: readFault };
  const headers = {
    authorization: `Bearer ${token}`,
    accept: 'application/vnd.github+json',
    'x-github-api-version': '2022-11-28',
    'user-agent': 'ops',
  };
  return openGitHub({
    client: createClient({ ...asked, headers }),
    clock: options.clock,
    signal: options.signal,
    repositories,
    parseYaml,
    bare: ({ origin, pathname, search }, call) =>
      createClient({ ...asked, url: origin, headers: {} })(`${pathname}${search}`, call),
  });
}
