import type { Config } from '../context/config.ts';
import { OpsError } from '../context/errors.ts';
import type { ServiceParts } from '../context/host.ts';
import type { Pulls } from '../context/pulls.ts';
import { openPulls } from '../services/github/pulls.ts';
import { githubClient } from './github.ts';

/** Where pull requests are, as it is configured. */
export function openConfiguredPulls({ github }: Config, parts: ServiceParts): Pulls {
  if (github === undefined) {
    const hint = 'add github: with its token and repositories to .chatopsrc, as .chatopsrc.example shows';
    throw new OpsError('config', 'no repositories of GitHub are configured', { hint });
  }
  const { clock, signal } = parts;
  const { client } = githubClient(github, parts);
  return openPulls({ client, clock, signal, repositories: github.repositories });
}
