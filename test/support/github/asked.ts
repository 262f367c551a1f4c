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
export const notFound = fault(404, 'Not Found');
export const runOf = (id: string, { runs }: FakeRepository): FakeRun | undefined =>
  runs.find((run) => run.id === Number(id));

export const workflowOf = (named: string, { workflows }: FakeRepository) =>
  workflows.find(({ id, path }) => `${id}` === named || path.endsWith(`/${named}`));
