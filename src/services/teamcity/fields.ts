import { type Locator, locatorOf } from './locator.ts';

/** What is asked of TeamCity, and no more: it answers much where nobody says what is wanted. */
const user = 'user(username,name,email)';
const mostChanges = 50;

export const buildFields = [
  'id,buildTypeId,status,state,branchName,webUrl,failedToStart,queuedDate,startDate,finishDate,waitReason',
  'running-info(elapsedSeconds,estimatedTotalSeconds),canceledInfo(text)',
  `triggered(type,details,${user}),revisions(revision(version))`,
  `changes($locator(${locatorOf({ count: mostChanges })}),change(version,comment,username,${user}))`,
  'properties(property(name,value,inherited,type(rawValue))),buildType(name,projectName)',
].join(',');

export const buildsFields = `nextHref,build(${buildFields})`;

/** Its newest build that has ended, and one that runs. */
const latest = { defaultFilter: false, branch: { default: 'any' }, state: { running: true, finished: true }, count: 5 };
const job = `id,name,projectName,webUrl,paused,description,builds($locator(${locatorOf(latest)}),build(status,state,canceledInfo(text)))`;
export const jobsFields = `nextHref,buildType(${job})`;
export const jobFields = `buildType(${job},parameters(property(name,value,type(rawValue))))`;

/** The newest build that has ended of each. */
export function newestFields(branch: Locator): string {
  const newest = { defaultFilter: false, branch, state: { finished: true }, count: 1 };
  return `nextHref,buildType(builds($locator(${locatorOf(newest)}),build(${buildFields})))`;
}

export const agentsFields =
  'nextHref,agent(name,connected,enabled,authorized,disconnectionComment,enabledInfo(comment(text)),build(id))';
export const testCountsFields = 'id,buildTypeId,branchName,testOccurrences(passed,ignored)';
export const failuresFields = 'nextHref,testOccurrence(name,details,firstFailed(build(id)))';
export const filesFields = 'file(name,size,content(href))';
