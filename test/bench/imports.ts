import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadedBy } from '../support/loaded.ts';
import { alternate, difference } from './measure.ts';
import { node, root, timed } from './processes.ts';
import { createProject, deployOnce } from './project.ts';
import type { Row, Section } from './table.ts';

const rounds = 15;

const source = (path: string): string => JSON.stringify(join(root, 'src', path));

/** What stands on the path of a line: the library as its only importer in the product uses it. */
const imports: Readonly<Record<string, string>> = {
  'an empty file': '',
  'commander, with src/program.ts': `export * from ${source('program.ts')};`,
  'cosmiconfig, with js-yaml': `export { cosmiconfig, defaultLoaders } from 'cosmiconfig';`,
  'valibot, with the schema of .chatopsrc': `export * from ${source('system/config-schema.ts')};`,
  'reading .chatopsrc, all of it': `
    import { loadConfig } from ${source('system/config.ts')};
    void loadConfig(process.cwd(), undefined, process.env);`,
  'node:sqlite': `import 'node:sqlite';`,
  'opening the journal, all of it': `
    import { openSqliteJournal } from ${source('journal/sqlite.ts')};
    void openSqliteJournal('.ops/journal.db');`,
  'git rev-parse, by way of execa': `
    import { createExec } from ${source('system/exec.ts')};
    void createExec(process.env)('git', ['-C', 'web', 'rev-parse', 'main'], { onLines: () => undefined });`,
  'git rev-parse, as a question': `
    import { createExec } from ${source('system/exec.ts')};
    void createExec(process.env)('git', ['-C', 'web', 'rev-parse', 'main']);`,
  'git rev-parse, by way of node:child_process': `
    import { execFile } from 'node:child_process';
    execFile('git', ['-C', 'web', 'rev-parse', 'main']);`,
  'chalk, when colour is on': `import { Chalk } from 'chalk'; new Chalk({ level: 1 }).bold('');`,
  'the header of a script, all of it': `
    import { scriptCommands } from ${source('command/script.ts')};
    void scriptCommands(['scripts']).load('greet');`,
};

/** What is loaded for a line, and what each library on the way costs. */
export async function measureImports(stack: AsyncDisposableStack): Promise<Section[]> {
  const { folder } = stack.use(await createProject());
  await deployOnce(folder);
  const parts = mkdtempSync(join(tmpdir(), 'ops-bench-'));
  stack.defer(() => rmSync(parts, { recursive: true, force: true }));
  return [loadedSection(folder), await costSection(folder, parts)];
}

const lines: readonly (readonly string[])[] = [['--version'], ['help'], ['deploy', 'uat', '--dry-run'], ['deployed']];

function loadedSection(folder: string): Section {
  const rows = lines.flatMap((args): Row[] => {
    const files = loadedFiles(args, folder);
    const total = files.reduce((sum, { size }) => sum + size, 0);
    const large = files.filter(({ size }) => size >= worthNaming);
    const rest = files.slice(large.length).reduce((sum, { size }) => sum + size, 0);
    return [
      { what: `ops ${args.join(' ')}: ${files.length} files`, value: kilobytes(total) },
      ...large.map(({ name, size }): Row => ({ what: `    ${name}`, value: kilobytes(size) })),
      { what: `    ${files.length - large.length} smaller ones`, value: kilobytes(rest) },
    ];
  });
  return { title: 'Imports: what a line loads', how: 'the files of the built program, by size', rows };
}

const worthNaming = 3000;

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

function loadedFiles(args: readonly string[], cwd: string): { name: string; size: number }[] {
  return loadedBy(args, cwd)
    .map((path) => ({ name: relative(root, path), size: statSync(path).size }))
    .sort((one, other) => other.size - one.size);
}

async function costSection(cwd: string, parts: string): Promise<Section> {
  const bare = 'node -e 0';
  const cases: Record<string, () => number> = { [bare]: () => timed(node, ['-e', '0'], cwd) };
  for (const [name, content] of Object.entries(imports)) {
    const file = build(content, join(parts, String(Object.keys(cases).length)), cwd);
    cases[name] = () => timed(node, [file], cwd);
  }
  const found = await alternate(cases, rounds);
  const rows = Object.keys(imports).map((what): Row => {
    const more = difference(found[what] ?? [], found[bare] ?? []);
    return { what, value: `${more >= 0 ? '+' : ''}${more.toFixed(1)} ms` };
  });
  const how = `a whole process that does that alone, built and cached as dist/ is, against node -e 0; median of ${rounds} rounds`;
  return { title: 'Imports: what each costs', how, rows };
}

/** Built by the product's own build, as its only command, and started as the product is. */
function build(content: string, folder: string, cwd: string): string {
  for (const name of ['.build', 'package.json', 'tsconfig.json']) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const name of ['src', 'commands']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'src/index.ts'), 'export {};\n');
  writeFileSync(join(folder, 'commands/part.ts'), content);
  timed(node, [join(folder, '.build/build.js')], cwd);
  const code = JSON.stringify(join(root, 'dist/host/code.js'));
  const dist = `new URL(${JSON.stringify(pathToFileURL(`${folder}/dist/`))})`;
  const start = (name: string, content: string): string => {
    writeFileSync(join(folder, name), `${content}\nrequire('./dist/commands/part.js');\n`);
    return join(folder, name);
  };
  timed(node, [start('record.cjs', `process.on('exit', require(${code}).recordCode(${dist}));`)], cwd);
  return start('start.cjs', `require(${code}).loadKeptCode(${dist});`);
}
