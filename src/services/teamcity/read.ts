import type { Build, BuildOutcome, BuildState, Job, JobDetails, Parameter } from '../../context/builds.ts';
import { readParameter } from './parameters.ts';
import type { BuildShape, BuildTypeShape } from './shapes.ts';

const states: Readonly<Record<string, BuildState>> = { queued: 'queued', running: 'running', finished: 'ended' };

export function readBuild(shape: BuildShape, now: Date): Build {
  const { id, buildTypeId, webUrl, branchName, startDate, queuedDate, waitReason } = shape;
  const state = states[shape.state] ?? 'running';
  const estimated = shape['running-info']?.estimatedTotalSeconds;
  return {
    job: buildTypeId,
    number: `${id}`,
    state,
    outcome: state === 'ended' ? outcomeOf(shape) : undefined,
    url: webUrl ?? '',
    branch: branchName ?? undefined,
    commit:
      shape.revisions?.revision?.find(({ version }) => /^[0-9a-f]{40}$/.test(version ?? ''))?.version ?? undefined,
    at: readTime(startDate) ?? readTime(queuedDate) ?? now,
    ms: timeTaken(shape, state, now),
    expected: estimated == null ? undefined : estimated * 1000,
    why: state === 'queued' ? (waitReason ?? undefined) : undefined,
    by: causeOf(shape),
    changes: (shape.changes?.change ?? []).map(({ version, comment, username, user }) => ({
      commit: version ?? '',
      title: (comment ?? '').split('\n', 1)[0] ?? '',
      author: user?.name || user?.username || username || '',
      email: user?.email || undefined,
    })),
    parameters: parametersOf(shape),
  };
}

type Ended = Pick<BuildShape, 'status' | 'canceledInfo'>;

/** For a moment after a build has ended TeamCity does not know how. */
export const isUnclear = ({ state, status, canceledInfo }: Ended & Pick<BuildShape, 'state'>): boolean =>
  state === 'finished' && canceledInfo == null && (status == null || status === 'UNKNOWN');

function outcomeOf({ status, canceledInfo }: Ended): BuildOutcome {
  if (canceledInfo != null || status == null || status === 'UNKNOWN') return 'cancelled';
  return status === 'SUCCESS' ? 'ok' : 'failed';
}

function timeTaken(shape: BuildShape, state: BuildState, now: Date): number | undefined {
  const start = readTime(shape.startDate)?.getTime();
  if (start === undefined || state === 'queued') return undefined;
  const elapsed = shape['running-info']?.elapsedSeconds;
  if (state === 'running') return elapsed == null ? Math.max(0, now.getTime() - start) : elapsed * 1000;
  const end = readTime(shape.finishDate)?.getTime();
  return end === undefined ? undefined : Math.max(0, end - start);
}

/** `20261121T120000+0000` */
function readTime(time: string | null | undefined): Date | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)([+-]\d\d)(\d\d)$/.exec(time ?? '');
  if (parts === null) return undefined;
  const [, year, month, day, hour, minute, second, zone, rest] = parts;
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}:${rest}`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function causeOf({ triggered }: BuildShape): string | undefined {
  return triggered?.user?.name || triggered?.user?.username || triggered?.details || triggered?.type || undefined;
}

/** Those that this build was given; the value of a secret one is not told. */
function parametersOf({ properties }: BuildShape): Record<string, string> {
  const own = (properties?.property ?? []).filter(({ inherited }) => inherited !== true);
  const open = own.filter(({ type }) => !/^\s*password\b/.test(type?.rawValue ?? ''));
  return Object.fromEntries(open.flatMap(({ name, value }) => (value == null ? [] : [[name, value]])));
}

export function readJob({ id, webUrl, builds }: BuildTypeShape): Job {
  const all = builds?.build ?? [];
  const last = all.find(({ state }) => state === 'finished');
  return {
    name: id,
    url: webUrl ?? '',
    last: last && outcomeOf(last),
    isRunning: all.some(({ state }) => state === 'running'),
    // A paused one can be started by people: its triggers alone do nothing.
    isOff: false,
  };
}

export function readJobDetails(shape: BuildTypeShape): JobDetails {
  const parameters = (shape.parameters?.property ?? []).map(readParameter);
  return {
    ...readJob(shape),
    jobs: undefined,
    parameters: parameters.filter((parameter): parameter is Parameter => parameter !== undefined),
    health: shape.paused === true ? ['It is paused: its triggers start nothing.'] : [],
  };
}

/** `Web / Deploy`, however it is spaced and in capitals or not. */
export const fullName = ({ projectName, name }: Pick<BuildTypeShape, 'projectName' | 'name'>): string =>
  spaced(`${projectName ?? ''}/${name ?? ''}`);

export const spaced = (name: string): string =>
  name
    .split('/')
    .map((part) => part.trim().toLowerCase())
    .join('/');
