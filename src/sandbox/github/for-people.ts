import type { ForPeople } from '../for-people.ts';
import type { FakeRepository, Forge } from './forge.ts';
import type { FakePull } from './pull.ts';

/** What the addresses lead to that are told beside all that is on a GitHub. */
export function forPeople(path: string, forge: Forge): ForPeople | undefined {
  const [, name, kind, id] =
    /^\/([^/]+\/[^/]+)(?:\/(pull|job|report|actions\/runs|commit)\/([^/]+))?\/?$/.exec(path) ?? [];
  const repository = [...forge.repositories.values()].find((one) => one.name === name);
  if (repository === undefined) return undefined;
  if (kind === undefined || id === undefined) {
    return { title: repository.name, state: `${repository.pulls.length} pull requests` };
  }
  return kinds[kind]?.(id, repository);
}

const kinds: Readonly<Record<string, (id: string, repository: FakeRepository) => ForPeople | undefined>> = {
  pull: pullFor,
  'actions/runs': (id, { runs }) => {
    const run = runs.find((one) => `${one.id}` === id);
    return run && { title: `${run.workflow.path} #${run.number}`, state: stateOf(run), words: [run.commit.message] };
  },
  commit: (id, { commits }) => {
    const commit = commits.find(({ sha }) => sha === id);
    return commit && { title: commit.message, state: commit.sha, words: [commit.author] };
  },
  job: (id, { runs, reports }) => {
    const all = [...runs.flatMap(({ jobs }) => jobs), ...[...reports.values()].flatMap(({ checks }) => checks)];
    const found = all.find((one) => `${one.id}` === id);
    return found && { title: found.name, state: stateOf(found) };
  },
  report: (id, { reports }) => {
    const found = [...reports.values()].flatMap(({ statuses }) => statuses).find((one) => `${one.id}` === id);
    return found && { title: found.context, state: found.state };
  },
};

const stateOf = ({ status, conclusion }: { status: string; conclusion: string | null }): string => conclusion ?? status;

function pullFor(id: string, { name, pulls }: FakeRepository): ForPeople | undefined {
  const pull = pulls.find(({ number }) => `${number}` === id);
  if (pull === undefined) return undefined;
  const { number, title, by, state, isDraft, canMerge, branch, base } = pull;
  return {
    title: `${name}#${number} ${title}`,
    state: [state, ...(isDraft ? ['draft'] : []), ...(canMerge ? [] : ['conflicts'])].join(', '),
    words: [`${by ?? 'ghost'} wants to merge ${branch} into ${base}`, ...pull.reviews.map(reviewWord)],
  };
}

const reviewWord = ({ by, state }: FakePull['reviews'][number]): string =>
  `${by ?? 'ghost'}: ${state.toLowerCase().replaceAll('_', ' ')}`;
