import {
  type Answer,
  type Asked,
  fault,
  type Look,
  notFound,
  ok,
  type Place,
  paged,
  runOf,
  workflowOf,
} from './asked.ts';
import { act } from './changes.ts';
import type { FakeRepository, FakeRun } from './forge.ts';
import { reportsOf } from './pull.ts';
import { pullLooks } from './pull-routes.ts';
import { teamOf } from './teams.ts';

export function answer(asked: Asked, place: Place): Answer {
  if (asked.path.startsWith('/orgs/')) return teamOf(asked, place);
  const [, owner, name, rest = ''] = /^\/repos\/([^/]+)\/([^/]+)(.*)$/.exec(asked.path) ?? [];
  const repository = [...place.forge.repositories.values()].find(
    (one) => one.name.toLowerCase() === `${owner}/${name}`.toLowerCase(),
  );
  if (repository === undefined) return notFound;
  return asked.method === 'GET' ? look(rest, repository, asked, place) : act(rest, repository, asked, place);
}

const looks: readonly (readonly [RegExp, Look])[] = [
  [/^$/, (repository, _, { views }) => ok(views.repository(repository))],
  [/^\/contents\/(.+)$/, (repository, _, __, path) => contents(repository, path)],
  [/^\/environments$/, ({ environments }) => ok({ environments: environments.map((name) => ({ name })) })],
  [/^\/actions\/runners$/, (repository, asked) => runners(repository, asked)],
  [/^\/actions\/workflows$/, (repository, asked, place) => workflows(repository, asked, place)],
  [/^\/actions\/workflows\/([^/]+)\/runs$/, runsOf],
  [/^\/actions\/runs$/, runsOf],
  [/^\/actions\/runs\/(\d+)$/, ofRun((run, repository, _, { views }) => ok(views.run(repository, run)))],
  [/^\/actions\/runs\/(\d+)\/jobs$/, ofRun(jobs)],
  [/^\/actions\/runs\/(\d+)\/artifacts$/, ofRun(artifacts)],
  [/^\/actions\/jobs\/(\d+)\/logs$/, log],
  [/^\/actions\/artifacts\/(\d+)\/zip$/, zip],
  [/^\/commits\/([^/]+)\/check-runs$/, checkRuns],
  ...pullLooks,
  [/^\/compare\/([0-9a-f]+\.\.\.[0-9a-f]+)$/, compare],
  [/^\/check-runs\/(\d+)\/annotations$/, annotations],
  [
    /^\/deployments\/(\d+)$/,
    ofDeployment((found, repository, _, { views }) => ok(views.deployment(repository, found))),
  ],
  [
    /^\/deployments\/(\d+)\/statuses$/,
    ofDeployment((found, repository, asked, place) =>
      paged(
        found.statuses.map(({ id }) => place.views.status(repository, found, id)),
        asked,
        place,
        (items) => items,
      ),
    ),
  ],
];

function look(rest: string, repository: FakeRepository, asked: Asked, place: Place): Answer {
  for (const [pattern, tell] of looks) {
    const match = pattern.exec(rest);
    if (match !== null) return tell(repository, asked, place, match[1] ?? '');
  }
  return notFound;
}

function ofRun(tell: (run: FakeRun, repository: FakeRepository, asked: Asked, place: Place) => Answer): Look {
  return (repository, asked, place, id) => {
    const run = runOf(id, repository);
    return run === undefined ? notFound : tell(run, repository, asked, place);
  };
}

type FakeDeployment = FakeRepository['deployments'][number];

function ofDeployment(
  tell: (found: FakeDeployment, repository: FakeRepository, asked: Asked, place: Place) => Answer,
): Look {
  return (repository, asked, place, id) => {
    const found = repository.deployments.find((one) => `${one.id}` === id);
    return found === undefined ? notFound : tell(found, repository, asked, place);
  };
}

function contents({ workflows: all }: FakeRepository, path: string): Answer {
  const found = all.find((one) => one.path === path);
  return found === undefined ? notFound : { status: 200, body: found.text };
}

const noRight = fault(403, 'Resource not accessible by personal access token');

function runners({ runners: all }: FakeRepository, { isReader }: Asked): Answer {
  if (isReader) return noRight;
  return ok({ total_count: all.length, runners: all.map((one) => ({ ...one, os: 'linux', labels: [] })) });
}

function workflows(repository: FakeRepository, asked: Asked, place: Place): Answer {
  const all = repository.workflows.map((one) => place.views.workflow(repository, one));
  return paged(all, asked, place, (items) => ({ total_count: all.length, workflows: items }));
}

function runsOf(repository: FakeRepository, asked: Asked, place: Place, named: string): Answer {
  const workflow = named === '' ? undefined : workflowOf(named, repository);
  if (named !== '' && workflow === undefined) return notFound;
  const { query } = asked;
  const [status, branch, event] = ['status', 'branch', 'event'].map((name) => query.get(name));
  const all = repository.runs.filter(
    (run) =>
      (workflow === undefined || run.workflow === workflow) &&
      (status == null || run.status === status || run.conclusion === status) &&
      (branch == null || run.branch === branch) &&
      (event == null || run.event === event),
  );
  const told = paged(all, asked, place, (items) => items.map((run) => place.views.run(repository, run)));
  return { ...told, body: { total_count: all.length, workflow_runs: told.body } };
}

function jobs(run: FakeRun, repository: FakeRepository, asked: Asked, place: Place): Answer {
  const all = run.jobs.map((job) => place.views.job(repository, run, job));
  return paged(all, asked, place, (items) => ({ total_count: all.length, jobs: items }));
}

function artifacts({ artifacts: all }: FakeRun): Answer {
  const told = all.map(({ id, name, content, expires, isExpired }) => ({
    ...{ id, name, size_in_bytes: content.length, expired: isExpired, expires_at: expires },
  }));
  return ok({ total_count: told.length, artifacts: told });
}

function zip({ runs }: FakeRepository, _: Asked, { storage }: Place, id: string): Answer {
  const found = runs.flatMap(({ artifacts }) => artifacts).find((one) => `${one.id}` === id);
  if (found === undefined) return notFound;
  if (found.isExpired) return fault(410, 'Artifact has expired');
  return { status: 302, headers: { location: `${storage}/artifacts/${id}?signature=s3cret` } };
}

const jobOf = (id: string, { runs }: FakeRepository) =>
  runs.flatMap((run) => run.jobs).find((job) => `${job.id}` === id);

function log(repository: FakeRepository, _: Asked, { storage }: Place, id: string): Answer {
  const found = jobOf(id, repository);
  if (found?.log === undefined) return notFound;
  return { status: 302, headers: { location: `${storage}/logs/${id}?signature=s3cret` } };
}

function checkRuns(repository: FakeRepository, asked: Asked, place: Place, ref: string): Answer {
  const runs = repository.runs.filter(({ commit }) => commit.sha === ref);
  const ofRuns = runs.flatMap((run) => run.jobs.map((job) => place.views.checkRun(repository, run, job)));
  const { checks } = reportsOf(repository, ref);
  const all = [...ofRuns, ...checks.map((one) => place.views.check(repository, ref, one))];
  return paged(all, asked, place, (items) => ({ total_count: all.length, check_runs: items }));
}

function compare(repository: FakeRepository, _: Asked, { views }: Place, range: string): Answer {
  const [base, head] = range.split('...').map((sha) => repository.commits.findIndex((one) => one.sha === sha));
  if (base === undefined || head === undefined || base < 0 || head < 0) return notFound;
  return ok(views.comparison(repository, repository.commits.slice(base, head + 1)));
}

function annotations(repository: FakeRepository, asked: Asked, place: Place, id: string): Answer {
  const found = jobOf(id, repository);
  if (found === undefined) return notFound;
  const all = found.annotations.map(({ path, line, level, title, message }) => ({
    ...{ path, start_line: line, end_line: line, annotation_level: level, title, message },
  }));
  return paged(all, asked, place, (items) => items);
}
