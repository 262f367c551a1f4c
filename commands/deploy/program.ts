import { type Context, type Inline, OpsError } from '../../src/index.ts';
import type { Brought } from './driver.ts';
import { fill } from './fill.ts';
import { targetOf } from './target.ts';

/** A program of this machine. */
export interface ProgramWay {
  /** The program and its arguments, filled in. */
  argv: string[];
}

export const planProgram = (words: readonly string[], brought: Brought): ProgramWay => ({
  argv: words.map((word) => fill(word, brought)),
});

export const previewProgram = ({ argv }: ProgramWay): Record<string, Inline> => ({
  runs: { text: argv.join(' '), style: { code: true } },
});

export async function runProgram({ argv }: ProgramWay, brought: Brought, context: Context): Promise<object> {
  const { app, environment, ref, commit, version, previous } = brought;
  const { settings, place } = targetOf(context, app, environment);
  const [program = '', ...args] = argv;
  const { exitCode } = await context.exec(program, args, {
    cwd: context.project.folder,
    env: {
      ...settings.env,
      ...place?.env,
      OPS_APP: app,
      OPS_ENVIRONMENT: environment,
      OPS_REPOSITORY: settings.repository,
      OPS_REF: ref,
      OPS_COMMIT: commit,
      OPS_VERSION: version,
      OPS_PREVIOUS: previous,
      OPS_RUN: context.run ?? '',
      OPS_ACTOR: context.actor.name,
    },
    onLines: context.output.lines,
    onProgress: context.output.progress,
  });
  if (exitCode === 0) return {};
  throw new OpsError(
    'failed',
    `${program} exited with code ${exitCode}: ${app} ${version} may be half in ${environment}`,
    { exitCode, ...(previous === '' ? {} : { hint: `ops rollback ${environment} --app ${app}` }) },
  );
}
