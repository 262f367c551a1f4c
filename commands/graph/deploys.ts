import { type Config, type Context, formatTime, lockKey, type Mark, OpsError } from '../../src/index.ts';
import type { Window } from './window.ts';

/** More of them nobody can tell apart. */
const mostMarks = 20;
/** Attempts that are looked through. */
const mostFacts = 500;

interface Place {
  app: string;
  environment: string;
}

/** `web` where it is released last, `web/uat`, `none`; where nothing is said, the app that a line without one means. */
export function placesOf(given: readonly string[] | undefined, config: Config): Place[] {
  const named = given ?? (config.app === undefined ? [] : [config.app]);
  return named.filter((one) => one !== 'none').flatMap((one) => placeOf(one, config) ?? []);
}

function placeOf(written: string, { apps, environments }: Config): Place | undefined {
  const [app = '', named] = written.split('/');
  const own = Object.keys(apps[app]?.environments ?? {});
  const all = Object.keys(environments).filter((name) => own.length === 0 || own.includes(name));
  if (apps[app] === undefined) {
    const known = Object.keys(apps);
    const hint = known.length === 0 ? '--deploys none' : `--deploys ${known[0]}, or none`;
    throw new OpsError('usage', `no app is called ${app}, whose deploys could be marked`, { hint });
  }
  if (named !== undefined && !all.includes(named)) {
    throw new OpsError('usage', `${app} does not go to ${named}`, { hint: `--deploys ${app}/${all.at(-1) ?? 'none'}` });
  }
  const environment = named ?? all.at(-1);
  return environment === undefined ? undefined : { app, environment };
}

const words: Readonly<Record<string, string>> = { live: '', failed: ' failed', unhealthy: ' unhealthy' };

/** What was deployed meanwhile, the newest of it, oldest first. */
export async function marksOf(
  places: readonly Place[],
  { from, until }: Pick<Window, 'from' | 'until'>,
  journal: Pick<Context['journal'], 'facts'>,
): Promise<Mark[]> {
  const found = await Promise.all(
    places.map(async ({ app, environment }) => {
      const facts = await journal.facts({ kind: 'deployment', subject: lockKey(environment, app), limit: mostFacts });
      return facts.flatMap(({ at, data }) => {
        const end = words[`${data['state']}`];
        if (end === undefined || at < from || at > until) return [];
        const where = places.length > 1 ? ` ${environment}` : '';
        const back = data['command'] === 'rollback' ? ' (rollback)' : '';
        return [{ at: at.getTime(), text: `${app} ${data['version']}${where}${back}${end}` }];
      });
    }),
  );
  return found
    .flat()
    .sort((one, other) => one.at - other.at)
    .slice(-mostMarks);
}

const mostNamed = 5;

/** The same in words, newest first. */
export function markWords(marks: readonly Mark[]): string[] {
  const named = marks.slice(-mostNamed).reverse();
  const more = marks.length - named.length;
  return [
    ...named.map(({ at, text }) => `${text}, ${formatTime(new Date(at))}`),
    ...(more > 0 ? [`and ${more} more before`] : []),
  ];
}
