import { type Answer, type Asked, fault, notFound, type Place, runOf, workflowOf } from './asked.ts';
import { commitId, type FakeRepository } from './forge.ts';
import { actOnPull } from './pull-changes.ts';

/** What a token may not do that only reads. */
const noRight = fault(403, 'Resource not accessible by personal access token');

export function act(rest: string, repository: FakeRepository, asked: Asked, place: Place): Answer {
  if (asked.method !== 'POST') return notFound;
  if (asked.isReader) return noRight;
  const dispatched = /^\/actions\/workflows\/([^/]+)\/dispatches$/.exec(rest)?.[1];
  if (dispatched !== undefined) return dispatch(dispatched, repository, asked, place);
  const cancelled = /^\/actions\/runs\/(\d+)\/cancel$/.exec(rest)?.[1];
  if (cancelled !== undefined) return cancel(cancelled, repository, place);
  if (rest === '/deployments') return deploy(repository, asked, place);
  const deployment = /^\/deployments\/(\d+)\/statuses$/.exec(rest)?.[1];
  if (deployment !== undefined) return report(deployment, repository, asked, place);
  return actOnPull(rest, repository, asked, place);
}

function dispatch(named: string, repository: FakeRepository, { body, login }: Asked, { forge, views }: Place): Answer {
  const workflow = workflowOf(named, repository);
  if (workflow === undefined) return notFound;
  const {
    ref,
    inputs = {},
    return_run_details: tells,
  } = body as {
    ref: string;
    inputs?: Record<string, string>;
    return_run_details?: boolean;
  };
  if (workflow.state !== 'active') return fault(422, 'Cannot trigger a "workflow_dispatch" on a disabled workflow');
  if (!workflow.text.includes('workflow_dispatch'))
    return fault(422, "Workflow does not have 'workflow_dispatch' trigger");
  if (/^[0-9a-f]{40}$/.test(ref) || ref === 'nowhere') return fault(422, `No ref found for: ${ref}`);
  const unknown = Object.keys(inputs).filter((name) => !workflow.text.includes(`${name}:`));
  if (unknown.length > 0) return fault(422, `Unexpected inputs provided: ${JSON.stringify(unknown)}`);
  const options = { event: 'workflow_dispatch', branch: ref, inputs, by: login };
  const run = forge.start(repository, workflow, options);
  if (forge.begins) forge.begin(run);
  if (tells !== true || !forge.tellsRuns) return { status: 204 };
  const { id, url, html_url } = views.run(repository, run);
  return { status: 200, body: { workflow_run_id: id, run_url: url, html_url } };
}

function cancel(id: string, repository: FakeRepository, { forge }: Place): Answer {
  const run = runOf(id, repository);
  if (run === undefined) return notFound;
  if (run.status === 'completed') return fault(409, 'Cannot cancel a workflow run that is completed.');
  forge.finish(run, 'cancelled', 'The operation was canceled.\n');
  return { status: 202, body: {} };
}

function deploy(repository: FakeRepository, { body, login }: Asked, { forge, views }: Place): Answer {
  const {
    ref = '',
    environment = 'production',
    task = 'deploy',
    payload = {},
    description = '',
  } = body as Record<string, string>;
  const contexts = body['required_contexts'] as string[] | undefined;
  const red = repository.redChecks.find((check) => contexts === undefined || contexts.includes(check));
  if (red !== undefined) return fault(409, `Conflict: Commit status checks failed for ${ref.slice(0, 7)}: ${red}`);
  if (body['auto_merge'] !== false)
    return { status: 202, body: { message: 'Auto-merged main into it on deployment.' } };
  if (ref === commitId('never pushed')) return fault(422, `No ref found for: ${ref}`);
  const found = {
    ...{ id: forge.id(), sha: ref, environment, task, payload, description, contexts },
    ...{ by: login, at: Date.now(), statuses: [] },
  };
  repository.deployments.unshift(found);
  return { status: 201, body: views.deployment(repository, found) };
}

function report(id: string, repository: FakeRepository, { body }: Asked, { forge, views }: Place): Answer {
  const found = repository.deployments.find((one) => `${one.id}` === id);
  if (found === undefined) return notFound;
  const { state = '', description = '', log_url = '', environment_url = '' } = body as Record<string, string>;
  const status = { id: forge.id(), state, description, log_url, environment_url };
  found.statuses.unshift(status);
  return { status: 201, body: views.status(repository, found, status.id) };
}
