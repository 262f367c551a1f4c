import type { Bounded, Builds, Job } from '../../context/builds.ts';
import type { Clock } from '../../context/host.ts';
import { type Client, outliving } from '../client/client.ts';
import { artifactsOf, downloadArtifact } from './artifacts.ts';
import { createJenkins, type Jenkins } from './ask.ts';
import { findBuild } from './find.ts';
import { listBuilds } from './list.ts';
import { readLog } from './log.ts';
import { jobPath } from './names.ts';
import { readJob, readJobDetails } from './read.ts';
import { readAgents, readTests } from './reports.ts';
import { agentsShape, type JobShape, jobShape, jobsShape, testsShape } from './shapes.ts';
import { startBuild, stopBuild } from './start.ts';
import { agentsTree, jobsTree, jobTree, testsTree } from './trees.ts';

export interface JenkinsParts {
  client: Client;
  clock: Pick<Clock, 'now' | 'sleep'>;
}

/** Folders within folders that are looked into. */
const depth = 4;
/** Failed tests that are told of. */
const mostTests = 50;

/** https://www.jenkins.io/doc/book/using/remote-access-api/ */
export function openJenkins({ client, clock }: JenkinsParts): Builds {
  const jenkins = createJenkins(client);
  const parts = { jenkins, clock };
  return {
    system: 'Jenkins',
    jobs: async ({ search = '', most }) => {
      const isMeant = ({ name }: Job): boolean => name.toLowerCase().includes(search.toLowerCase());
      return firstOf((await allJobs(jenkins)).filter(isMeant), most);
    },
    job: async (name) => {
      const found = await jenkins.find(jobPath(name), jobShape, jobTree);
      return found && readJobDetails(found);
    },
    builds: (filter) => listBuilds(filter, parts),
    build: (name) => findBuild(name, parts),
    // Where the run is stopped meanwhile, it must be known what to stop.
    start: (job, parameters) => startBuild(job, parameters, { jenkins: createJenkins(outliving(client)), clock }),
    stop: (name) => stopBuild(name, { jenkins: createJenkins(outliving(client)), clock }),
    log: (name, from) => readLog(name, from, parts),
    agents: async () => {
      const found = await jenkins.find('/computer', agentsShape, agentsTree);
      return { items: readAgents(found), hasMore: false };
    },
    failedTests: async ({ job, number }) => {
      const found = await jenkins.find(`${jobPath(job)}/${number}/testReport`, testsShape, testsTree);
      return readTests(found, mostTests);
    },
    artifacts: (name, isMeant) => artifactsOf(name, jenkins, isMeant),
    download: (name, artifact, to) => downloadArtifact(name, artifact, to, jenkins),
  };
}

async function allJobs(jenkins: Jenkins): Promise<Job[]> {
  const found = await jenkins.find('', jobsShape, jobsTree(depth));
  return leavesOf(found?.jobs ?? []);
}

const leavesOf = (jobs: readonly JobShape[]): Job[] =>
  jobs.flatMap((one) => (one.jobs == null ? [readJob(one)] : leavesOf(one.jobs)));

function firstOf<Item>(items: readonly Item[], most: number): Bounded<Item> {
  return { items: items.slice(0, most), hasMore: items.length > most };
}
