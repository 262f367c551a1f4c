import * as v from 'valibot';
import type { Build, BuildName } from '../../context/builds.ts';
import type { Clock } from '../../context/host.ts';
import type { Jenkins } from './ask.ts';
import { jobPath, queueNumber } from './names.ts';
import { readBuild, readQueueItem } from './read.ts';
import { buildShape, queueItemShape } from './shapes.ts';
import { buildTree, queueTree } from './trees.ts';

export interface FindParts {
  jenkins: Jenkins;
  clock: Pick<Clock, 'now' | 'sleep'>;
}

/** Builds among which one is looked for that left the queue. */
const lately = 50;
const buildsShape = v.object({ builds: v.nullish(v.array(buildShape)) });

export async function findBuild(name: BuildName, parts: FindParts): Promise<Build | undefined> {
  const queued = queueNumber(name.number);
  if (queued !== undefined) return findQueued(name.job, queued, parts);
  const { jenkins, clock } = parts;
  const found = await jenkins.find(`${jobPath(name.job)}/${name.number}`, buildShape, buildTree);
  return found && readBuild(found, clock.now());
}

/** What left the queue is known there for five minutes; then its build knows where it was. */
async function findQueued(job: string, number: string, parts: FindParts): Promise<Build | undefined> {
  const { jenkins, clock } = parts;
  const item = await jenkins.find(`/queue/item/${number}`, queueItemShape, queueTree);
  if (item?.executable != null) return findBuild({ job, number: `${item.executable.number}` }, parts);
  if (item !== undefined) return readQueueItem(item, job);
  const tree = `builds[${buildTree}]{0,${lately}}`;
  const { builds } = (await jenkins.find(jobPath(job), buildsShape, tree)) ?? {};
  const found = builds?.find(({ queueId }) => `${queueId}` === number);
  return found && readBuild(found, clock.now());
}
