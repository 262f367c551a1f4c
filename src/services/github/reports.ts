import type { Agent, Bounded, BuildName, FailedTest, Tests } from '../../context/builds.ts';
import { OpsError } from '../../context/errors.ts';
import { findPlace } from './find.ts';
import { type GitHubParts, runPath } from './parts.ts';
import { type AnnotationShape, annotationsShape, checkRunsShape, runnersShape, runShape } from './shapes.ts';

const mostAgents = 500;
const mostTests = 50;

/** The runners that people run themselves: GitHub does not tell of its own. */
export async function listAgents({ github, repositories }: GitHubParts): Promise<Bounded<Agent>> {
  const agents = new Map<number, Agent>();
  for (const repository of repositories) {
    const path = `/repos/${repository}/actions/runners`;
    try {
      for await (const { runners } of github.pages(path, runnersShape)) {
        for (const { id, name, status, busy } of runners) {
          const isOnline = status === 'online';
          agents.set(id, { name, isOnline, why: isOnline ? undefined : status, executors: 1, busy: busy ? 1 : 0 });
        }
        if (agents.size >= mostAgents) return { items: [...agents.values()], hasMore: true };
      }
    } catch (error) {
      throw untold(error, repository);
    }
  }
  return { items: [...agents.values()], hasMore: false };
}

function untold(error: unknown, repository: string): unknown {
  if (!(error instanceof OpsError)) return error;
  const status = error.details?.['status'];
  if (status !== 403 && status !== 404) return error;
  return new OpsError('denied', `GitHub does not tell the runners of ${repository} to this token (${status})`, {
    hint: 'it takes Administration: read on the repository; runners of GitHub itself are never listed',
    cause: error,
  });
}

/** What the checks of a run say is wrong: tests that report to GitHub do so as annotations. */
export async function readFailures(name: BuildName, parts: GitHubParts): Promise<Tests> {
  const { github } = parts;
  const place = await findPlace(name, parts);
  const run = place && (await github.find(runPath(place), runShape));
  const failed: FailedTest[] = [];
  if (place === undefined || run === undefined) return { failed, passed: 0, skipped: 0, hasMore: false };
  const commit = `/repos/${place.repository}/commits/${run.head_sha}/check-runs`;
  for await (const { check_runs } of github.pages(commit, checkRunsShape, { filter: 'latest' })) {
    for (const check of check_runs) {
      const isOfRun = run.check_suite_id == null || check.check_suite?.id === run.check_suite_id;
      if (!isOfRun || (check.output?.annotations_count ?? 0) === 0) continue;
      const path = `/repos/${place.repository}/check-runs/${check.id}/annotations`;
      for await (const annotations of github.pages(path, annotationsShape)) {
        failed.push(...readAnnotations(annotations, check.name));
        if (failed.length > mostTests)
          return { failed: failed.slice(0, mostTests), passed: 0, skipped: 0, hasMore: true };
      }
    }
  }
  return { failed, passed: 0, skipped: 0, hasMore: false };
}

/** A job that fails says so itself, as `.github`; that is told where nothing says more. */
export function readAnnotations(annotations: readonly AnnotationShape[], check: string): FailedTest[] {
  const failures = annotations.filter(({ annotation_level }) => annotation_level === 'failure');
  const telling = failures.filter(({ path }) => path !== '.github');
  return (telling.length === 0 ? failures : telling).map(({ path, start_line, title, message }) => ({
    name: title || (path == null || path === '.github' ? check : `${path}:${start_line ?? 1}`),
    message: (message ?? '').trim().split('\n', 1)[0] ?? '',
    age: undefined,
  }));
}
