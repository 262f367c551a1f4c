import { type AppConfig, type BuildDeployConfig, type Context, type Inline, OpsError } from '../../src/index.ts';
import { type BuildWay, planBuild, previewBuild, runBuild } from './build.ts';
import { type ProgramWay, planProgram, previewProgram, runProgram } from './program.ts';
import { planRequest, previewRequest, type RequestWay, runRequest } from './request.ts';

/** How a version is brought to an environment: as data that an approval can be for. */
export type Way = ProgramWay | BuildWay | RequestWay;

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
export async function planWay({ deploy }: AppConfig, brought: Brought, context: Context): Promise<Way> {
  return Array.isArray(deploy) ? planProgram(deploy, brought) : planSystem(deploy, brought, context);
}

async function planSystem(deploy: BuildDeployConfig, brought: Brought, context: Context): Promise<Way> {
  const [[system, settings] = []] = Object.entries(deploy);
  if (system === undefined || settings === undefined) throw new OpsError('bug', 'nothing says how to deploy');
  return 'deployment' in settings
    ? planRequest(system, settings, brought, context)
    : planBuild(system, settings, brought, context);
}

export function previewWay(way: Way): Record<string, Inline> {
  if ('argv' in way) return previewProgram(way);
  return 'repository' in way ? previewRequest(way) : previewBuild(way);
}

/** Throws where it did not work. What it leaves is a page to look at, where there is one. */
export async function runWay(way: Way, brought: Brought, context: Context): Promise<{ link?: string }> {
  if ('argv' in way) return runProgram(way, brought, context);
  return 'repository' in way ? runRequest(way, brought, context) : runBuild(way, brought, context);
}

/** Programs whose content an approval is for as well. */
export const programsOf = (way: Way): readonly string[] => ('argv' in way ? way.argv.slice(0, 1) : []);
