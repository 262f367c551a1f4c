import { parseYaml } from '../command/script-header.ts';
import type { Builds } from '../context/builds.ts';
import type { GitHubConfig } from '../context/config-systems.ts';
import type { ServiceParts } from '../context/host.ts';
import { openGitHub } from '../services/github/github.ts';
import { githubClient } from './github.ts';

export function openGithubBuilds(settings: GitHubConfig, parts: ServiceParts): Builds {
  const { client, bareAt } = githubClient(settings, parts);
  const { repositories } = settings;
  return openGitHub({
    ...{ client, clock: parts.clock, signal: parts.signal, repositories, parseYaml },
    bare: ({ origin, pathname, search }, call) => bareAt(origin)(`${pathname}${search}`, call),
  });
}
