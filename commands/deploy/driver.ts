import type { AppConfig, Context, Inline } from '../../src/index.ts';
import { type BuildWay, planBuild, previewBuild, runBuild } from './build.ts';
import { type ProgramWay, planProgram, previewProgram, runProgram } from './program.ts';

/** How a version is brought to an environment: as data that an approval can be for. */
export type Way = ProgramWay | BuildWay;

/** What a release is of, for placeholders, variables and messages. */
export interface Brought {
  app: string;
  environment: string;
  ref: string;
  commit: string;
  version: string;
  /** The commit that is live; empty where none is. */
  previous: string;
}

/** What the configuration says of the app, filled in, and checked as far as that can be before it runs. */
export async function planWay(settings: AppConfig, brought: Brought, context: Context): Promise<Way> {
  const { deploy } = settings;
  return Array.isArray(deploy) ? planProgram(deploy, brought) : planBuild(deploy, brought, context);
}

export const previewWay = (way: Way): Record<string, Inline> =>
  'argv' in way ? previewProgram(way) : previewBuild(way);

/** Throws where it did not work. What it leaves is a page to look at, where there is one. */
export const runWay = (way: Way, brought: Brought, context: Context): Promise<{ link?: string }> =>
  'argv' in way ? runProgram(way, brought, context) : runBuild(way, brought, context);

/** Programs whose content an approval is for as well. */
export const programsOf = (way: Way): readonly string[] => ('argv' in way ? way.argv.slice(0, 1) : []);
