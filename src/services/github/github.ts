import type { Builds } from '../../context/builds.ts';
import type { Clock } from '../../context/host.ts';
import type { Client } from '../client/client.ts';
import { downloadArtifact, listArtifacts } from './artifacts.ts';
import { createGitHub } from './ask.ts';
import { openDeployments } from './deployments.ts';
import { findBuild } from './find.ts';
import { describeJob, listJobs } from './jobs.ts';
import { listBuilds } from './list.ts';
import { readLog } from './log.ts';
import { createMemory, type GitHubParts } from './parts.ts';
import { listAgents, readFailures } from './reports.ts';
import { startBuild, stopBuild } from './start.ts';

export interface OpenGitHub extends Pick<GitHubParts, 'repositories' | 'parseYaml' | 'bare'> {
  client: Client;
  clock: Pick<Clock, 'now' | 'sleep'>;
  /** Of the run. */
  signal: AbortSignal;
}

/** https://docs.github.com/en/rest/actions */
export function openGitHub({ client, clock, signal, ...rest }: OpenGitHub): Builds {
  const parts: GitHubParts = {
    ...rest,
    clock,
    github: createGitHub({ client, clock, signal }),
    memory: createMemory(),
  };
  // Where the run is stopped meanwhile, it must be known what to stop.
  const outliving = (): GitHubParts => ({ ...parts, github: parts.github.outliving() });
  return {
    system: 'GitHub',
    besides: 'There may be runners of GitHub itself, which it does not list',
    hasBranches: true,
    jobs: (filter) => listJobs(filter, parts),
    job: (name) => describeJob(name, parts),
    builds: (filter) => listBuilds(filter, parts),
    build: (name) => findBuild(name, parts),
    start: (job, parameters, branch) => startBuild(job, parameters, branch, outliving()),
    stop: (name) => stopBuild(name, outliving()),
    log: (name, from) => readLog(name, from, parts),
    agents: () => listAgents(parts),
    failedTests: (name) => readFailures(name, parts),
    artifacts: (name, isMeant) => listArtifacts(name, parts, isMeant),
    download: (name, artifact, to) => downloadArtifact(name, artifact, to, parts),
    deployments: openDeployments(parts),
  };
}

export { readFault } from './failure.ts';
