import type { Build, Change } from '../../context/builds.ts';
import { OpsError } from '../../context/errors.ts';
import type { GitHubParts, RunPlace } from './parts.ts';
import { comparisonShape, type RunShape, runsShape } from './shapes.ts';

const mostChanges = 100;

/** With what it brings since the run before it; the newest commit alone where that is not known. */
export async function withChanges(build: Build, run: RunShape, place: RunPlace, parts: GitHubParts): Promise<Build> {
  const { memory } = parts;
  const known = memory.changes.get(run.id) ?? changesOf(run, place, parts).catch(nothingWithout);
  memory.changes.set(run.id, known);
  const changes = await known;
  return changes === undefined ? build : { ...build, changes };
}

/** What is told besides is no reason to tell nothing. */
function nothingWithout(error: unknown): undefined {
  if (!(error instanceof OpsError) || error.outcome === 'cancelled' || error.outcome === 'timeout') throw error;
}

async function changesOf(
  { id, workflow_id, head_branch, head_sha, created_at }: RunShape,
  { repository }: RunPlace,
  { github }: GitHubParts,
): Promise<Change[] | undefined> {
  if (workflow_id == null || head_branch == null) return undefined;
  const path = `/repos/${repository}/actions/workflows/${workflow_id}/runs`;
  const query = { branch: head_branch, created: `<=${created_at}`, per_page: 10 };
  const { workflow_runs } = await github.get(path, runsShape, query);
  const before = workflow_runs.find((run) => run.id < id);
  if (before === undefined) return undefined;
  if (before.head_sha === head_sha) return [];
  const compared = `/repos/${repository}/compare/${before.head_sha}...${head_sha}`;
  const { commits } = await github.get(compared, comparisonShape);
  return commits
    .slice(-mostChanges)
    .reverse()
    .map(({ sha, commit, author }) => ({
      commit: sha,
      title: commit.message.split('\n', 1)[0] ?? '',
      // Whose account it is, is known for certain; what stands in a commit, anybody can write.
      author: author?.login ?? commit.author?.name ?? '',
      email: commit.author?.email ?? undefined,
    }));
}
