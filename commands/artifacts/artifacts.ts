import { resolve } from 'node:path';
import {
  type BuildOutcome,
  type Builds,
  type Context,
  defineCommand,
  OpsError,
  styled,
  text,
} from '../../src/index.ts';
import { buildWord, parseBuildName } from '../builds/name.ts';
import { systemOption } from '../builds/options.ts';
import { bring, type Kept } from './bring.ts';
import { type Download, downloadInto, placeAll } from './download.ts';
import { createMatch } from './match.ts';
import { findLeft, type Left, noArtifact } from './newest.ts';
import { artifactTable, buildHead, downloadBlocks } from './show.ts';

const outcomes = ['ok', 'unstable', 'failed', 'cancelled', 'skipped'] as const satisfies readonly BuildOutcome[];

interface Taking {
  download: boolean;
  to: string | undefined;
  force: boolean;
}

export default defineCommand({
  name: 'artifacts',
  summary: 'Show what the newest good build left, and download it',
  description:
    'Those of the newest build that went well, unless --status or --branch say otherwise. In a terminal --download writes them into a folder; in a room it brings those that are small enough (files.largest).',
  args: { project: { summary: 'A job, a folder of jobs, or a build such as shop#17', required: true } },
  options: {
    branch: { summary: 'Only of this branch', short: 'b' },
    status: { summary: 'How the build ended', choices: [...outcomes, 'any'], short: 's' },
    only: { summary: 'Only those whose name holds this, or is like *.zip', value: 'text' },
    download: { summary: 'Bring them here', type: 'boolean', short: 'd' },
    to: { summary: 'Download into this folder', value: 'folder' },
    force: { summary: 'Write over files that are there', type: 'boolean' },
    system: systemOption,
  },
  examples: [
    { line: 'ops artifacts web/pipeline --branch main', says: 'what the newest good build of a branch left' },
    { line: 'ops artifacts shop --status failed --only report --download', says: 'the report, here' },
  ],
  effect: 'read',
  keep: false,
  timeout: 3 * 3_600_000,
  run: async ({ project, branch, status, only, system, ...taking }, context) => {
    checkLine(project, { branch, status }, taking, context);
    const builds = await context.services.builds(system);
    const isMeant = only === undefined ? () => true : createMatch(only);
    const outcome = outcomes.find((one) => one === (status ?? 'ok'));
    const wanted = { branch, outcome, isMeant };
    const left = await findLeft(builds, project, wanted);
    if (left.artifacts.length === 0 && (only !== undefined || isTaking(taking))) {
      throw noArtifact(left, only, only === undefined ? [] : (await builds.artifacts(left.build)).items);
    }
    return { ...left, ...(isTaking(taking) ? await take(left, taking, context, builds) : {}) };
  },
  show: ({ build, artifacts, hasMore, notLookedAt, files, kept }: Left & Partial<Taken>) => [
    buildHead(build),
    ...(files !== undefined && kept !== undefined
      ? downloadBlocks(files, kept)
      : artifacts.length === 0
        ? [text(`${buildWord(build)} left no artifacts`)]
        : artifactTable(artifacts)),
    ...(hasMore ? [text(styled('There are more than these: --only names those that are wanted', { dim: true }))] : []),
    ...(notLookedAt.length === 0
      ? []
      : [text(styled(`${notLookedAt.length} more jobs were not looked at: ${notLookedAt[0]} …`, { dim: true }))]),
  ],
});

interface Taken {
  files: readonly Download[];
  kept: readonly Kept[];
}

const isTaking = ({ download, to }: Taking): boolean => download || to !== undefined;

function checkLine(
  project: string,
  { branch, status }: { branch: string | undefined; status: string | undefined },
  taking: Taking,
  { passing, origin }: Context,
): void {
  const { number } = parseBuildName(project);
  if (number !== undefined && (branch ?? status) !== undefined) {
    const word = branch === undefined ? '--status' : '--branch';
    throw new OpsError('usage', `${word} chooses a build, and ${project} is one`, {
      hint: `ops artifacts '${project}'`,
    });
  }
  if (passing !== undefined && (taking.to !== undefined || taking.force)) {
    throw new OpsError(
      'usage',
      `${taking.force ? '--force' : '--to'} is for a terminal: here the files come to the room`,
      {
        hint: '--download alone',
      },
    );
  }
  // The disk here is nobody's who looks from a room.
  if (passing === undefined && origin.type === 'room' && isTaking(taking)) {
    throw new OpsError('usage', 'nothing is downloaded to be looked at', { hint: `ops artifacts ${project}` });
  }
  if (taking.force && !isTaking(taking)) {
    throw new OpsError('usage', '--force is about files that are downloaded', { hint: '--download --force' });
  }
}

async function take(
  { build, artifacts }: Left,
  { to = '', force }: Taking,
  { cwd, passing, config, output, clock }: Context,
  builds: Builds,
): Promise<Taken> {
  const placed = placeAll(artifacts);
  const parts = { build, builds, output, clock };
  if (passing !== undefined) return bring({ folder: passing, largest: config.files.largest }, placed, parts);
  return { files: await downloadInto({ folder: resolve(cwd, to), typed: to, force }, placed, parts), kept: [] };
}
