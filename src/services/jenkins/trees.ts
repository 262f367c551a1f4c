/** What is asked of Jenkins, and no more: it loads from disk what it is asked for. */
const job = 'url,color,buildable';
const change = 'commitId,msg,author[fullName],authorEmail';

/** Folders hold jobs, and folders. */
export function jobsTree(depth: number, extra = ''): string {
  const more = depth > 1 ? `,${jobsTree(depth - 1, extra)}` : '';
  return `jobs[${job}${extra}${more}]`;
}

export const buildTree = [
  'number,url,building,result,timestamp,duration,estimatedDuration,queueId',
  'actions[causes[shortDescription,userName],parameters[name,value],lastBuiltRevision[SHA1,branch[name]]]',
  `changeSet[items[${change}]],changeSets[items[${change}]]`,
].join(',');

const parametersTree = 'parameterDefinitions[name,type,description,choices,defaultParameterValue[value]]';

export const jobTree = `${job},healthReport[description],property[${parametersTree}],actions[${parametersTree}],jobs[url]`;

export const queueTree = [
  'id,why,inQueueSince,cancelled,executable[number,url],task[name,url]',
  'actions[causes[shortDescription,userName],parameters[name,value]]',
].join(',');

const executors = 'currentExecutable[url]';
export const agentsTree = `computer[displayName,offline,offlineCauseReason,numExecutors,executors[idle],oneOffExecutors[idle]]`;
export const runningTree = `computer[executors[${executors}],oneOffExecutors[${executors}]]`;
export const testsTree = 'failCount,passCount,skipCount,suites[cases[className,name,status,age,errorDetails]]';
