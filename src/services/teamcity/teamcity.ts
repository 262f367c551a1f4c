import type { Builds } from '../../context/builds.ts';
import type { Clock } from '../../context/host.ts';
import { type Client, outliving } from '../client/client.ts';
import { downloadArtifact, listArtifacts } from './artifacts.ts';
import { createTeamcity } from './ask.ts';
import { findBuild } from './find.ts';
import { findJob, listJobs } from './jobs.ts';
import { listBuilds } from './list.ts';
import { readLog } from './log.ts';
import { findTests, listAgents } from './reports.ts';
import { startBuild, stopBuild } from './start.ts';

export { faultOf } from './fault.ts';

export interface TeamcityParts {
  client: Client;
  clock: Pick<Clock, 'now' | 'sleep'>;
  /** Its address, without a slash at its end. */
  url: string;
}

/**
 * A job is a build configuration, named by its identifier (`Web_Deploy`), and a build by the identifier that it has from
 * the queue to the end. https://www.jetbrains.com/help/teamcity/rest/teamcity-rest-api-documentation.html
 */
export function openTeamcity({ client, clock, url }: TeamcityParts): Builds {
  const teamcity = createTeamcity(client, url);
  const parts = { teamcity, clock };
  // Where the run is stopped meanwhile, it must be known what to stop.
  const lasting = () => ({ teamcity: createTeamcity(outliving(client), url), clock });
  return {
    system: 'TeamCity',
    hasBranches: true,
    jobs: (filter) => listJobs(filter, teamcity),
    job: (name) => findJob(name, teamcity),
    builds: (filter) => listBuilds(filter, parts),
    build: (name) => findBuild(name, parts),
    start: (job, parameters, branch) => startBuild({ job, parameters, branch }, lasting()),
    stop: (name) => stopBuild(name, lasting()),
    log: (name, from) => readLog(name, from, teamcity),
    agents: () => listAgents(teamcity),
    failedTests: (name) => findTests(name, teamcity),
    artifacts: (name, isMeant) => listArtifacts(name, teamcity, isMeant),
    download: (name, artifact, to) => downloadArtifact(name, artifact, to, teamcity),
  };
}
