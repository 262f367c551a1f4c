import type { Change } from '../../context/builds.ts';
import type { Clock } from '../../context/host.ts';
import type { Answer, Call } from '../client/client.ts';
import type { GitHub } from './ask.ts';
import type { WorkflowShape } from './shapes.ts';

export interface GitHubParts {
  github: GitHub;
  /** `acme/shop`, as they are configured. */
  repositories: readonly string[];
  clock: Pick<Clock, 'now' | 'sleep'>;
  /** `from` is what people call the file. */
  parseYaml(text: string, from: string): Promise<unknown>;
  /** Asks another address, which gets no token. */
  bare(url: URL, call: Call): Promise<Answer>;
  memory: Memory;
}

/** What was learnt, and holds for as long as one line takes. */
export interface Memory {
  /** `shop/release#17` → its run. */
  runs: Map<string, RunPlace>;
  /** Those of a repository. */
  workflows: Map<string, Promise<readonly WorkflowShape[]>>;
  /** What a run brings. */
  changes: Map<number, Promise<readonly Change[] | undefined>>;
  /** Where the log of a job is read, and until when. */
  logs: Map<number, { url: URL; until: number }>;
}

export interface RunPlace {
  repository: string;
  id: number;
}

export const createMemory = (): Memory => ({
  runs: new Map(),
  workflows: new Map(),
  changes: new Map(),
  logs: new Map(),
});

export const runPath = ({ repository, id }: RunPlace): string => `/repos/${repository}/actions/runs/${id}`;
