// Plain JavaScript: where install scripts are off, an older Node than the project's own has to run it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = resolve(process.argv[2] ?? join(root, 'dist'));

/** What `dist/` holds, and the source of each: the launcher, the registry and package.json rely on these names. */
function findEntries() {
  const commands = readdirSync(join(root, 'commands'), { withFileTypes: true }).map((entry) => {
    const name = entry.name.replace(/\.ts$/, '');
    return [`commands/${name}`, entry.isDirectory() ? `commands/${name}/${name}.ts` : `commands/${name}.ts`];
  });
  const entries = [
    ['bin/ops', 'bin/ops.ts'],
    ['src/index', 'src/index.ts'],
    ['host/worker', 'src/host/worker.ts'],
    ['commands/listen', 'src/slack/command.ts'],
    ['commands/sandbox', 'src/sandbox/command.ts'],
    ...commands.sort(),
  ];
  return Object.fromEntries(entries.filter(([, path]) => existsSync(join(root, path))));
}

const libraryOf = (id) => /node_modules\/(?:@[^/]+\/)?([^/]+)/.exec(id)?.[1];

async function emitJavaScript(rolldown, dir) {
  const bundle = await rolldown({
    cwd: root,
    input: findEntries(),
    platform: 'node',
    // All else is bundled: one file starts much sooner than the hundred of, say, execa.
    external: [/^node:/, /^@slack\//, 'undici', 'ws'],
  });
  await bundle.write({
    dir,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: ({ name, moduleIds }) => `chunks/${libraryOf(moduleIds.at(-1)) ?? name}.js`,
    // What every line loads comes in two files instead of thirty.
    codeSplitting: {
      groups: [
        { name: 'start', priority: 2, test: /\/src\/(main|host\/terminal)\.ts$/ },
        { name: 'line', priority: 1, test: /\/src\/(program|command\/(input|project|registry)|run\/lifecycle)\.ts$/ },
      ],
    },
  });
  await bundle.close();
}

function emitTypes(dir) {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [tsc, '-p', join(root, '.build'), '--outDir', dir], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`tsc ended with ${status}`);
}

/** Built aside and moved into place at once: whoever runs `ops` meanwhile finds the old one whole, or the new one. */
async function build(rolldown) {
  const aside = join(dirname(dist), `.${basename(dist)}-${process.pid}`);
  mkdirSync(aside, { recursive: true });
  try {
    emitTypes(join(aside, 'new'));
    await emitJavaScript(rolldown, join(aside, 'new'));
    if (existsSync(dist)) renameSync(dist, join(aside, 'old'));
    renameSync(join(aside, 'new'), dist);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

const bundler = await import('rolldown').catch(() => undefined);
if (bundler !== undefined) await build(bundler.rolldown);
else if (!existsSync(dist)) {
  process.stderr.write('dist/ cannot be built without the development dependencies: run `npm install`\n');
  process.exitCode = 78;
}
