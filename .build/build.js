// Plain JavaScript: where install scripts are off, an older Node than the project's own has to run it.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = resolve(process.argv[2] ?? join(root, 'dist'));

/** What a program imports, and what `ops` is made of. The launcher, the registry and package.json rely on these names. */
function findEntries() {
  const commands = readdirSync(join(root, 'commands'), { withFileTypes: true }).map((entry) => {
    const name = entry.name.replace(/\.ts$/, '');
    return [`commands/${name}`, entry.isDirectory() ? `commands/${name}/${name}.ts` : `commands/${name}.ts`];
  });
  const imported = [
    ['src/index', 'src/index.ts'],
    ['src/testing', 'src/testing.ts'],
  ];
  const run = [
    ['bin/ops', 'bin/ops.ts'],
    ['host/child-flags', 'src/run/child-flags.ts'],
    ['host/code', 'src/host/code.ts'],
    ['host/terminal', 'src/host/terminal.ts'],
    ['host/worker', 'src/host/start-worker.ts'],
    ['commands/listen', 'src/slack/command.ts'],
    ['commands/doctor', 'src/slack/doctor/command.ts'],
    ['commands/sandbox', 'src/sandbox/command.ts'],
    ['commands/say', 'src/slack/say/command.ts'],
    ...commands.sort(),
  ];
  const there = (entries) => Object.fromEntries(entries.filter(([, path]) => existsSync(join(root, path))));
  return { imported: there(imported), run: there(run) };
}

const libraryOf = (id) => /node_modules\/(?:@[^/]+\/)?([^/]+)/.exec(id)?.[1];

/** What `ops <command>` in a project loads, whatever the command. */
const lineModules = new RegExp(
  ['/src/(understand|index|host/project)', '/node_modules/(commander|cosmiconfig|valibot)/'].join('|'),
);

const partsOf = /\/commands\/([^/]+)\/(?!\1\.ts$)[^/]+\.ts$/;

/** execa looks at all three streams when it is loaded, and to look at standard input is to open it: 5 ms. */
const shutInput = {
  name: 'shut-input',
  transform: {
    filter: { id: /execa\/lib\/utils\/standard-stream\.js$/ },
    handler: (code) =>
      code
        .replace(
          '[process.stdin, process.stdout, process.stderr]',
          '{ get 0() { return process.stdin; }, get 1() { return process.stdout; }, get 2() { return process.stderr; } }',
        )
        .replace('STANDARD_STREAMS.includes(stream)', 'stream?.fd <= 2 && STANDARD_STREAMS[stream.fd] === stream'),
  },
};

/**
 * Libraries name many modules of Node that, as ops uses them, they seldom call: each is loaded when it is first used. And
 * of those that stand for an ES module, every name would be copied in every process.
 */
const lazyBuiltins = {
  name: 'lazy-builtins',
  renderChunk(code) {
    const named = /^let (\w+) = require\("(node:[^"]+)"\);(\n\1 = [\w.]*__toESM\(\1, 1\);)?$/gm;
    const lazily = code
      .replaceAll(named, (whole, name, id, copy) =>
        isLazy(id) || copy !== undefined ? `const ${name} = lazyBuiltin("${id}");` : whole,
      )
      .replaceAll(/\brequire\("(?:node:)?([^".]+)"\)/g, (whole, id) =>
        isLazy(`node:${id}`) ? `lazyBuiltin("node:${id}")` : whole,
      );
    return lazily === code ? null : lazily.replace(/^("use strict";\n)?/, `$1${lazyBuiltin}\n`);
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

/** Node itself has loaded these. */
const loaded = new Set(
  ['buffer', 'events', 'fs', 'module', 'path', 'process', 'url', 'util', 'vm'].map((id) => `node:${id}`),
);
const isLazy = (id) => isBuiltin(id) && !loaded.has(id);
const lazyBuiltin = `const lazyBuiltin = (id, found) => new Proxy({}, { get: (_, name) => {
	if (name === "__esModule") return undefined;
	found ??= process.getBuiltinModule(id);
	return name === "default" ? found : found[name];
} });`;

async function emitJavaScript(rolldown, dir) {
  const { imported, run } = findEntries();
  await emit(rolldown, imported, { dir, format: 'esm', chunkFileNames: 'src/chunks/[name].js' });
  await emit(rolldown, run, {
    dir,
    // What is loaded by `require` can be loaded with the code that V8 made of it: src/host/code.ts.
    format: 'cjs',
    exports: 'named',
    strict: true,
    // Letters of one byte are read much faster.
    charset: 'ascii',
    comments: { annotation: false, jsdoc: false, legal: true },
    chunkFileNames: ({ name, moduleIds }) => `chunks/${libraryOf(moduleIds.at(-1)) ?? name}.js`,
    // What every line loads comes in two files instead of forty.
    codeSplitting: {
      groups: [
        { name: 'start', priority: 2, test: /\/src\/host\/terminal\.ts$|rolldown\/runtime/ },
        { name: 'line', priority: 1, test: lineModules },
        { name: 'programs', test: /\/src\/(host\/programs|system\/tree)\.ts$/ },
        // The parts of a command that has parts, as one.
        { debugName: 'parts', name: (id) => partsOf.exec(id)?.[1] ?? null, test: partsOf },
      ],
    },
  });
  writeFileSync(join(dir, 'package.json'), '{ "type": "commonjs" }\n');
  writeFileSync(join(dir, 'src/package.json'), '{ "type": "module" }\n');
}

async function emit(rolldown, input, output) {
  const isRun = output.format === 'cjs';
  const ownModule = { [join(root, 'src/command/module.ts')]: join(root, '.build/module.js') };
  const bundle = await rolldown({
    cwd: root,
    plugins: isRun ? [lazyBuiltins, shutInput, slimEmoji] : [slimEmoji],
    // A dynamic import of what is in the same file is still right: it is evaluated when it is needed.
    checks: { ineffectiveDynamicImport: false },
    resolve: {
      alias: {
        // The copy that cosmiconfig requires serves the headers of scripts too.
        'js-yaml': join(root, 'node_modules/js-yaml/dist/js-yaml.cjs.js'),
        ...(isRun ? ownModule : {}),
      },
    },
    input,
    platform: 'node',
    // All else is bundled: one file starts much sooner than the hundred of, say, execa.
    external: [/^node:/, /^@slack\//, '@napi-rs/canvas', 'undici', 'ws'],
  });
  await bundle.write({ entryFileNames: '[name].js', ...output });
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
  if (!existsSync(join(root, 'src/sandbox/page'))) return;
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

/** Runs a program with the Node that was installed with the project, where there is one. */
function runOwn(...words) {
  const own = join(root, 'node_modules/.bin/node');
  return spawnSync(existsSync(own) ? own : process.execPath, words, { encoding: 'utf8' });
}

/** What help lists, so that it need not load every command. Without it, as where an old Node builds, it loads them. */
function emitIndex(dir) {
  const program = `
    const found = process.argv.slice(1).map((path) => require(path).default);
    const entries = found.map(({ name, summary, effect, surfaces, urgent }) => [name, { name, summary, effect, surfaces, urgent }]);
    process.stdout.write(JSON.stringify(Object.fromEntries(entries)));`;
  const files = readdirSync(join(dir, 'commands')).map((name) => join(dir, 'commands', name));
  const { status, stdout } = runOwn('-e', program, ...files);
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
    cpSync(join(root, 'src/charts/fonts'), join(aside, 'new', 'src/charts/fonts'), { recursive: true });
    emitIndex(join(aside, 'new'));
    // Without it, every line and every child of a listener starts later.
    runOwn(join(root, '.build/keep-code.js'), join(aside, 'new'));
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
