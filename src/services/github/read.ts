import type { Build, BuildOutcome, BuildState, Change } from '../../context/builds.ts';
import { shortName, workflowName } from './names.ts';
import type { JobShape, RunShape } from './shapes.ts';

const outcomes: Readonly<Record<string, BuildOutcome>> = {
  success: 'ok',
  neutral: 'ok',
  failure: 'failed',
  timed_out: 'failed',
  startup_failure: 'failed',
  cancelled: 'cancelled',
  stale: 'cancelled',
  skipped: 'skipped',
};

/** Why a run does not go on, where its status alone says it. */
const reasons: Readonly<Record<string, string>> = {
  waiting: 'Waiting for a review of its environment',
  pending: 'Waiting for another run of the same concurrency group',
  requested: 'Waiting to be queued',
  action_required: 'Waiting for somebody to let it run',
};

export function readRun(run: RunShape, repository: string, repositories: readonly string[], now: Date): Build {
  const state = stateOf(run);
  const at = new Date(run.run_started_at ?? run.created_at);
  return {
    job: `${shortName(repository, repositories)}/${workflowName(run.path)}`,
    number: `${run.run_number}`,
    state,
    outcome: state === 'ended' ? (outcomes[run.conclusion ?? ''] ?? 'failed') : undefined,
    url: run.html_url,
    branch: run.head_branch ?? undefined,
    commit: run.head_sha,
    at,
    ms: tookOf(run, state, at, now),
    expected: undefined,
    why: state === 'queued' ? reasons[run.conclusion ?? run.status ?? ''] : undefined,
    by: run.triggering_actor?.login ?? run.actor?.login ?? run.event,
    changes: changesOf(run),
    parameters: {},
  };
}

function stateOf({ status, conclusion }: RunShape): BuildState {
  if (status === 'completed') return conclusion === 'action_required' ? 'queued' : 'ended';
  return status === 'in_progress' ? 'running' : 'queued';
}

function tookOf({ updated_at }: RunShape, state: BuildState, at: Date, now: Date): number | undefined {
  if (state === 'queued') return undefined;
  const until = state === 'running' ? now : new Date(updated_at ?? at);
  return Math.max(0, until.getTime() - at.getTime());
}

function changesOf({ head_commit }: RunShape): Change[] {
  if (head_commit == null) return [];
  const { id, message, author } = head_commit;
  return [
    {
      commit: id,
      title: message.split('\n', 1)[0] ?? '',
      author: author?.name ?? '',
      email: author?.email ?? undefined,
    },
  ];
}

/** What the jobs of a run wait for. */
export function whyQueued(jobs: readonly JobShape[]): string | undefined {
  const waiting = jobs.find(({ status }) => status === 'queued');
  if (waiting === undefined) return undefined;
  return `Waiting for a runner: ${(waiting.labels ?? []).join(', ') || 'any'}`;
}
