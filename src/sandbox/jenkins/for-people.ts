import type { ForPeople } from '../for-people.ts';
import type { Farm } from './farm.ts';

/** Of `/job/web/job/deploy/12/`, and what is below it. */
export function forPeople(path: string, farm: Farm): ForPeople | undefined {
  const names = [...path.matchAll(/\/job\/([^/]+)/g)].map(([, name]) => name ?? '');
  const job = [...farm.jobs.values()].find(({ name }) => name === names.join('/'));
  if (job === undefined) return undefined;
  const [, number] = /^(?:\/job\/[^/]+)+\/(\d+)(?:\/|$)/.exec(path) ?? [];
  if (number === undefined) return { title: job.name, state: `${job.builds.length} builds` };
  const build = job.builds.find((one) => `${one.number}` === number);
  return (
    build && { title: `${job.name} #${number}`, state: build.result ?? 'it runs', words: [`started by ${build.by}`] }
  );
}
