// Plain JavaScript: where install scripts are off, an older Node than the project's own has to run it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
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
    ['src/testing', 'src/testing.ts'],
    ['host/worker', 'src/host/worker.ts'],
    ['commands/listen', 'src/slack/command.ts'],
    ['commands/doctor', 'src/slack/doctor/command.ts'],
    ['commands/sandbox', 'src/sandbox/command.ts'],
    ['commands/say', 'src/slack/say/command.ts'],
    ...commands.sort(),
  ];
  return Object.fromEntries(entries.filter(([, path]) => existsSync(join(root, path))));
}

const libraryOf = (id) => /node_modules\/(?:@[^/]+\/)?([^/]+)/.exec(id)?.[1];

/** What `ops <command>` in a project loads, whatever the command. */
const lineModules = new RegExp(
  ['/src/(understand|index|host/project)', '/node_modules/(commander|cosmiconfig|valibot)/'].join('|'),
);

const partsOf = /\/commands\/([^/]+)\/(?!\1\.ts$)[^/]+\.ts$/;

/**
 * `import … from 'node:fs'` makes Node evaluate everything that the module exports, getters included: node:fs brings
 * its promises, streams and readline along. Taking what is used from the module itself costs a fraction.
 */
const plainBuiltins = {
  name: 'plain-builtins',
  renderChunk(code, { name }) {
    // The start must parse, and say its one line, on a Node that is too old.
    if (name === 'bin/ops') return null;
    const plain = code
      .replaceAll(/^import (?:([\w$]+),? )?(?:\{([^}]*)\} )?from "(node:[^"]+)";$/gm, (_, whole, parts, id) => {
        const all = whole && `const ${whole} = ${lazy.has(id) ? 'lazyBuiltin' : builtin}("${id}");`;
        const some = parts && `const {${parts.replaceAll(' as ', ': ')}} = ${builtin}("${id}");`;
        return [all, some].filter(Boolean).join(' ');
      })
      .replaceAll(/__require\("(?:node:)?([^".]+)"\)/g, (whole, id) => {
        if (!isBuiltin(id)) return whole;
        return `${lazy.has(`node:${id}`) ? 'lazyBuiltin' : builtin}("node:${id}")`;
      })
      .replace('(() => createRequire(import.meta.url))()', '(id) => createRequire(import.meta.url)(id)');
    return plain.includes('lazyBuiltin') ? `${lazyBuiltin}\n${plain}` : plain;
  },
};

/** Of each emoji only what its place among the others needs: the names come from another file. */
const slimEmoji = {
  name: 'slim-emoji',
  transform: {
    filter: { id: /emojibase-data\/en\/compact\.json$/ },
    handler: (code) => JSON.stringify(JSON.parse(code).map(({ hexcode, group, order }) => ({ hexcode, group, order }))),
  },
};

const builtin = 'globalThis.process.getBuiltinModule';
/** Dear ones that commander and cosmiconfig name but, as ops uses them, never call. */
const lazy = new Set(['node:child_process', 'node:fs/promises', 'node:os', 'node:tty']);
const lazyBuiltin = `const lazyBuiltin = (id) => new Proxy({}, { get: (_, name) => name === '__esModule' ? undefined : ${builtin}(id)[name] });`;

async function emitJavaScript(rolldown, dir) {
  const bundle = await rolldown({
    cwd: root,
    plugins: [plainBuiltins, slimEmoji],
    // A dynamic import of what is in the same file is still right: it is evaluated when it is needed.
    checks: { ineffectiveDynamicImport: false },
    // The copy that cosmiconfig requires serves the headers of scripts too.
    resolve: { alias: { 'js-yaml': join(root, 'node_modules/js-yaml/dist/js-yaml.cjs.js') } },
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
    // What every line loads comes in two files instead of forty.
    codeSplitting: {
      groups: [
        { name: 'start', priority: 2, test: /\/src\/host\/terminal\.ts$/ },
        { name: 'line', priority: 1, test: lineModules },
        // The parts of a command that has parts, as one.
        { debugName: 'parts', name: (id) => partsOf.exec(id)?.[1] ?? null, test: partsOf },
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

/** The page of the local Slack, for a browser. */
async function emitPage(vite, dir) {
  await vite.build({
    configFile: false,
    root: join(root, 'src/sandbox/page'),
    base: '/page/',
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    // virtua knows React, and preact/compat is one.
    resolve: {
      alias: { react: 'preact/compat', 'react-dom': 'preact/compat', 'react/jsx-runtime': 'preact/jsx-runtime' },
    },
    build: {
      outDir: dir,
      emptyOutDir: false,
      target: 'es2022',
      // The first browsers with light-dark().
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        onLog: (level, log, show) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && show(level, log),
      },
    },
  });
}

/** What help lists, so that it need not load every command. Without it, as where an old Node builds, it loads them. */
function emitIndex(dir) {
  const own = join(root, 'node_modules/.bin/node');
  const program = `
    const found = await Promise.all(process.argv.slice(1).map(async (path) => (await import(path)).default));
    const entries = found.map(({ name, summary, effect, surfaces }) => [name, { name, summary, effect, surfaces }]);
    process.stdout.write(JSON.stringify(Object.fromEntries(entries)));`;
  const files = readdirSync(join(dir, 'commands')).map((name) => join(dir, 'commands', name));
  const options = { encoding: 'utf8' };
  const { status, stdout } = spawnSync(existsSync(own) ? own : process.execPath, ['-e', program, ...files], options);
  if (status === 0) writeFileSync(join(dir, 'commands.json'), stdout);
}

/** Built aside and moved into place at once: whoever runs `ops` meanwhile finds the old one whole, or the new one. */
async function build(rolldown, vite) {
  const aside = join(dirname(dist), `.${basename(dist)}-${process.pid}`);
  mkdirSync(aside, { recursive: true });
  try {
    emitTypes(join(aside, 'new'));
    await emitJavaScript(rolldown, join(aside, 'new'));
    await emitPage(vite, join(aside, 'new', 'page'));
    emitIndex(join(aside, 'new'));
    if (existsSync(dist)) renameSync(dist, join(aside, 'old'));
    renameSync(join(aside, 'new'), dist);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

const bundler = await import('rolldown').catch(() => undefined);
if (bundler !== undefined) await build(bundler.rolldown, await import('vite'));
else if (!existsSync(dist)) {
  process.stderr.write('dist/ cannot be built without the development dependencies: run `npm install`\n');
  process.exitCode = 78;
}
