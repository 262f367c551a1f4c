import type { Build, BuildOutcome, Change, Job, JobDetails, Parameter } from '../../context/builds.ts';
import { jobOf } from './names.ts';
import type { BuildShape, JobDetailsShape, JobShape, QueueItemShape } from './shapes.ts';

const outcomes: Readonly<Record<string, BuildOutcome>> = {
  SUCCESS: 'ok',
  UNSTABLE: 'unstable',
  FAILURE: 'failed',
  ABORTED: 'cancelled',
  NOT_BUILT: 'skipped',
};

/** `blue_anime`: it went well, and another one runs. */
const colors: Readonly<Record<string, BuildOutcome>> = {
  blue: 'ok',
  green: 'ok',
  yellow: 'unstable',
  red: 'failed',
  aborted: 'cancelled',
  notbuilt: 'skipped',
};

export function readBuild(shape: BuildShape, now: Date): Build {
  const { number, url, building, result, timestamp, duration, estimatedDuration } = shape;
  const at = new Date(timestamp);
  const revision = actionsOf(shape).find(({ lastBuiltRevision }) => lastBuiltRevision != null)?.lastBuiltRevision;
  const isRunning = building === true;
  return {
    job: jobOf(url),
    number: `${number}`,
    state: isRunning ? 'running' : 'ended',
    outcome: isRunning ? undefined : (outcomes[result ?? ''] ?? 'failed'),
    url,
    branch: revision?.branch?.[0]?.name?.replace(/^(?:refs\/remotes\/)?(?:origin\/)?/, '') || undefined,
    commit: revision?.SHA1 ?? undefined,
    at,
    ms: isRunning ? Math.max(0, now.getTime() - at.getTime()) : (duration ?? undefined),
    expected: estimatedDuration != null && estimatedDuration > 0 ? estimatedDuration : undefined,
    why: undefined,
    by: causeOf(shape),
    changes: changesOf(shape),
    parameters: parametersOf(shape),
  };
}

/** What is in the queue; once it has begun, its number says so. */
export function readQueueItem(item: QueueItemShape, job: string): Build {
  const { id, why, inQueueSince, cancelled, task } = item;
  return {
    job: jobOf(task?.url ?? '') || job,
    number: `q${id}`,
    state: cancelled === true ? 'ended' : 'queued',
    outcome: cancelled === true ? 'cancelled' : undefined,
    url: task?.url ?? '',
    branch: undefined,
    commit: undefined,
    at: new Date(inQueueSince ?? 0),
    ms: undefined,
    expected: undefined,
    why: why ?? undefined,
    by: causeOf(item),
    changes: [],
    parameters: parametersOf(item),
  };
}

type WithActions = Pick<BuildShape, 'actions'>;

const actionsOf = ({ actions }: WithActions) => (actions ?? []).filter((action) => action !== null);

function causeOf(shape: WithActions): string | undefined {
  const [cause] = actionsOf(shape).flatMap(({ causes }) => causes ?? []);
  return cause?.userName ?? cause?.shortDescription?.replace(/^Started by (?:user )?/, '') ?? undefined;
}

function parametersOf(shape: WithActions): Record<string, string> {
  const all = actionsOf(shape).flatMap(({ parameters }) => parameters ?? []);
  // The value of a secret one is not told.
  return Object.fromEntries(all.flatMap(({ name, value }) => (value == null ? [] : [[name, `${value}`]])));
}

function changesOf({ changeSet, changeSets }: BuildShape): Change[] {
  const sets = [...(changeSets ?? []), ...(changeSet == null ? [] : [changeSet])];
  return sets
    .flatMap(({ items }) => items ?? [])
    .map(({ commitId, msg, author, authorEmail }) => ({
      commit: commitId ?? '',
      title: (msg ?? '').split('\n', 1)[0] ?? '',
      author: author?.fullName ?? '',
      email: authorEmail ?? undefined,
    }));
}

export function readJob({ url, color, buildable }: Omit<JobShape, 'jobs'>): Job {
  const [paint = '', anime] = (color ?? '').split('_');
  return {
    name: jobOf(url),
    url,
    last: colors[paint],
    isRunning: anime === 'anime',
    isOff: paint === 'disabled' || buildable === false,
  };
}

export function readJobDetails(shape: JobDetailsShape): JobDetails {
  const holders = [...(shape.property ?? []), ...(shape.actions ?? [])];
  const definitions = holders.flatMap((holder) => holder?.parameterDefinitions ?? []);
  // The same stand under actions in old ones, and under properties in new ones.
  const byName = new Map(definitions.map((definition) => [definition.name, readParameter(definition)]));
  const job = readJob(shape);
  return {
    ...job,
    ...(job.isOff ? { whyOff: 'it is switched off in Jenkins' } : {}),
    jobs: shape.jobs?.map(({ url }) => jobOf(url)),
    parameters: [...byName.values()],
    health: (shape.healthReport ?? []).flatMap(({ description }) => description ?? []),
  };
}

type Definition = NonNullable<
  NonNullable<NonNullable<JobDetailsShape['property']>[number]>['parameterDefinitions']
>[number];

const types: Readonly<Record<string, Parameter['type']>> = {
  StringParameterDefinition: 'text',
  TextParameterDefinition: 'text',
  ChoiceParameterDefinition: 'choice',
  BooleanParameterDefinition: 'boolean',
  PasswordParameterDefinition: 'secret',
};

function readParameter({ name, type, description, choices, defaultParameterValue }: Definition): Parameter {
  const usual = defaultParameterValue?.value;
  const kind = types[type ?? ''] ?? 'other';
  return {
    name,
    type: kind,
    summary: description || undefined,
    choices: kind === 'boolean' ? ['true', 'false'] : (choices ?? undefined),
    default: usual == null || kind === 'secret' ? undefined : `${usual}`,
    // Jenkins takes its own default for whatever is left out.
    isRequired: false,
  };
}
