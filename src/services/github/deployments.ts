import type { DeploymentStatus, Deployments } from '../../context/builds.ts';
import { OpsError } from '../../context/errors.ts';
import { readFault } from './failure.ts';
import type { GitHubParts } from './parts.ts';
import { deploymentShape, repositoryShape, statusesShape } from './shapes.ts';

type Wanted = Parameters<Deployments['start']>[0];

const path = (repository: string, id?: string): string =>
  `/repos/${repository}/deployments${id === undefined ? '' : `/${id}`}`;

/** https://docs.github.com/en/rest/deployments/deployments */
export function openDeployments(parts: GitHubParts): Deployments {
  return {
    repository: async (named) => {
      const [only, ...more] = parts.repositories;
      const meant = named ?? (more.length === 0 ? only : undefined);
      if (meant === undefined)
        throw new OpsError('config', 'which repository of GitHub is to deploy?', {
          hint: parts.repositories.join(', '),
        });
      await parts.github.get(`/repos/${meant}`, repositoryShape);
      return meant;
    },
    start: (wanted) => startDeployment(wanted, { ...parts, github: parts.github.outliving() }),
    statuses: async ({ repository, id }) => {
      const at = `${path(repository, id)}/statuses`;
      // Newest first, and nobody reports more than a page.
      const found = await parts.github.find(at, statusesShape, { per_page: 100 });
      return found?.map(readStatus).reverse();
    },
    end: async ({ repository, id }, description) => {
      const json = { state: 'error', description: description.slice(0, 140), auto_inactive: false };
      await parts.github.outliving().ask(`${path(repository, id)}/statuses`, { method: 'POST', json });
    },
  };
}

async function startDeployment(wanted: Wanted, { github, repositories }: GitHubParts) {
  const { repository, commit, environment, task, description, payload, contexts } = wanted;
  const json = {
    ref: commit,
    ...{ environment, task, payload, description: description.slice(0, 140) },
    // What is to be deployed is that commit, and no merge of it.
    auto_merge: false,
    ...(contexts === undefined ? {} : { required_contexts: contexts }),
  };
  const answer = await github.ask(path(repository), { method: 'POST', json, takes: [409, 422] });
  const { status, text } = answer;
  if (status === 201) {
    const { id } = github.read(deploymentShape, answer, path(repository));
    return { repository: repositories.find((one) => one === repository) ?? repository, id: `${id}` };
  }
  const said = readFault(text) || 'it does not say why';
  const what = `GitHub makes no deployment of ${commit.slice(0, 10)} in ${repository} (${status}): ${said}`;
  const hint = hints[status];
  throw new OpsError('failed', what, hint === undefined ? {} : { hint });
}

const hints: Readonly<Record<number, string>> = {
  202: 'the branch was merged instead of deployed: type it again',
  409: 'its checks have to be green first; deploy.github.deployment.contexts says which count',
  422: 'is the commit pushed to that repository?',
};

function readStatus(status: {
  id: number;
  state: string;
  description?: string | null | undefined;
  log_url?: string | null | undefined;
  target_url?: string | null | undefined;
  environment_url?: string | null | undefined;
}): DeploymentStatus {
  return {
    id: `${status.id}`,
    state: status.state,
    outcome: outcomes[status.state],
    description: status.description ?? '',
    link: status.log_url || status.target_url || status.environment_url || undefined,
  };
}

const outcomes: Readonly<Record<string, DeploymentStatus['outcome']>> = {
  success: 'ok',
  failure: 'failed',
  error: 'failed',
  inactive: 'failed',
};
