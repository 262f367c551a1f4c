import type { FakeRepository, FakeRun, Forge } from './forge.ts';
import type { Views } from './views.ts';

export interface Asked {
  method: string;
  /** Decoded. */
  path: string;
  query: URLSearchParams;
  body: Readonly<Record<string, unknown>>;
  /** Who asks. */
  login: string;
  isReader: boolean;
}

export interface Answer {
  status: number;
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
}

export interface Place {
  forge: Forge;
  views: Views;
  root: string;
  /** The address of the storage. */
  storage: string;
}

export const fault = (status: number, message: string): Answer => ({
  status,
  body: { message, documentation_url: 'https://docs.github.com/rest' },
});
export const ok = (body: unknown): Answer => ({ status: 200, body });
export const notFound = fault(404, 'Not Found');
export const runOf = (id: string, { runs }: FakeRepository): FakeRun | undefined =>
  runs.find((run) => run.id === Number(id));

export const workflowOf = (named: string, { workflows }: FakeRepository) =>
  workflows.find(({ id, path }) => `${id}` === named || path.endsWith(`/${named}`));

export type Look = (repository: FakeRepository, asked: Asked, place: Place, id: string) => Answer;

/** The page that is asked for, and the address of the next one. */
export function paged<Item>(
  items: readonly Item[],
  asked: Asked,
  { root }: Place,
  wrap: (items: Item[]) => unknown,
): Answer {
  const size = Math.min(100, Number(asked.query.get('per_page') ?? 30));
  const page = Number(asked.query.get('page') ?? 1);
  const next = new URL(`${root}${asked.path}?${asked.query}`);
  next.searchParams.set('page', `${page + 1}`);
  const link = items.length > page * size ? { link: `<${next}>; rel="next", <${root}/last>; rel="last"` } : {};
  return { status: 200, body: wrap(items.slice((page - 1) * size, page * size)), headers: link };
}
