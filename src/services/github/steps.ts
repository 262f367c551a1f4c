import type { JobShape } from './shapes.ts';

/** What was told of each job, by its id: its status, and how many of its steps had begun and ended. */
export type Told = Readonly<Record<string, string>>;

/** The news of a run's jobs since what was told, as lines. Of a job that had ended before, its steps are no news. */
export function tellJobs(jobs: readonly JobShape[], told: Told): { lines: string[]; told: Told } {
  const lines: string[] = [];
  const now: Record<string, string> = {};
  for (const job of jobs) {
    const key = `${job.id}`;
    now[key] = wordOf(job);
    if (now[key] !== told[key]) lines.push(...newsOf(job, told[key]));
  }
  return { lines, told: now };
}

const stepsOf = ({ steps }: JobShape) => (steps ?? []).toSorted((one, other) => one.number - other.number);

function wordOf(job: JobShape): string {
  const steps = stepsOf(job);
  const begun = steps.filter(({ status }) => status === 'in_progress' || status === 'completed').length;
  const ended = steps.filter(({ status }) => status === 'completed').length;
  return `${job.status} ${begun} ${ended}`;
}

function newsOf(job: JobShape, before: string | undefined): string[] {
  const name = line(job.name);
  const [was = '', ...counts] = before?.split(' ') ?? [];
  // A job that ran before begins anew.
  const [begun = 0, ended = 0] = was === 'in_progress' ? counts.map(Number) : [];
  if (job.status === 'completed') {
    const last = was === 'in_progress' ? stepNews(job, begun, ended) : [];
    return [...last, `${name}: ${job.conclusion ?? 'ended'}`];
  }
  if (job.status === 'in_progress') {
    const on = job.runner_name == null || job.runner_name === '' ? '' : ` on ${line(job.runner_name)}`;
    const first = was === 'in_progress' ? [] : [`${name}: begins${on}`];
    return [...first, ...stepNews(job, begun, ended)];
  }
  if (was === job.status) return [];
  const labels = (job.labels ?? []).join(', ');
  const runner = labels === '' ? 'a runner' : `a runner (${line(labels)})`;
  return [`${name}: waits for ${job.status === 'queued' ? runner : 'a review or another run'}`];
}

function stepNews(job: JobShape, begun: number, ended: number): string[] {
  const name = line(job.name);
  return stepsOf(job).flatMap(({ name: step, status, conclusion }, index) => {
    const isBegun = status === 'in_progress' || status === 'completed';
    const isOdd = status === 'completed' && conclusion !== 'success' && conclusion !== 'skipped';
    return [
      ...(isBegun && index >= begun && conclusion !== 'skipped' ? [`${name} › ${line(step)}`] : []),
      ...(isOdd && index >= ended ? [`${name} › ${line(step)}: ${conclusion ?? 'ended'}`] : []),
    ];
  });
}

const line = (words: string): string => words.replaceAll(/\s+/g, ' ');
