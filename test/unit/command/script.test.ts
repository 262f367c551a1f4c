import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Command, InputValues } from '../../../src/command/define.ts';
import { listScripts, loadScript, scriptCommands } from '../../../src/command/script.ts';
import type { Context } from '../../../src/context/context.ts';
import { OpsError } from '../../../src/context/errors.ts';
import { createExec } from '../../../src/system/exec.ts';
import { readEntry } from '../../../src/system/proc.ts';
import { temporaryFolder, writeProgram } from '../../support/folder.ts';
import { hasPython, withoutPython } from '../../support/python.ts';

function header(extra = '', effect = 'read', name = 'hello'): string {
  return `# ---\n# summary: Say hello\n# effect: ${effect}\n# examples:\n#   - { line: ops ${name}, says: hello }\n${extra}# ---\n`;
}

const who =
  '# args:\n#   who: { summary: Whom, variadic: true }\n# options:\n#   loud: { summary: Loud, type: boolean }\n';

/** A project with one script, `scripts/hello`. */
async function project(content: string, name = 'hello.sh'): Promise<{ folder: string; command: Command }> {
  const folder = temporaryFolder();
  writeProgram(join(folder, 'scripts'), name, content);
  const [file] = await listScripts([join(folder, 'scripts')]);
  if (file === undefined) throw new Error('the script was not listed');
  return { folder, command: await loadScript(file) };
}

interface World {
  context: Context;
  lines: string[];
  controller: AbortController;
}

/** To stop a run ends all that carries its id: those of another process of these tests have another one. */
const id = `r${process.pid}`;

/** What a run would be given, with real programs. */
function world(folder: string, onLine: (line: string, stop: AbortController) => void = () => {}): World {
  const controller = new AbortController();
  const lines: string[] = [];
  const context = {
    exec: createExec(process.env),
    output: {
      lines: (stream: string, text: string) => {
        for (const line of text.split('\n')) {
          lines.push(`${stream}: ${line}`);
          onLine(line, controller);
        }
        return undefined;
      },
    },
    signal: controller.signal,
    cwd: '/',
    run: id,
    actor: { id: 'slack:T1:U1', name: 'ana' },
    origin: { type: 'room', team: 'T1', channel: 'C1', message: '1.2' },
    project: { loaded: { file: join(folder, '.chatopsrc') } },
  } as unknown as Context;
  return { context, lines, controller };
}

async function run(command: Command, folder: string, input: InputValues = {}): Promise<string[]> {
  const { context, lines } = world(folder);
  const plan = command.plan === undefined ? input : await command.plan(input, context);
  expect(await command.run(plan, context)).toEqual({ exitCode: 0 });
  return lines;
}

function isGone(pid: number): boolean {
  return readEntry(pid)?.ended ?? true;
}

describe('listScripts', () => {
  it('names each script after its file, in any language', async () => {
    const folder = temporaryFolder();
    for (const name of ['say-hello.sh', 'count.py', 'deploy2', 'web.rb']) writeProgram(folder, name, '');
    expect((await listScripts([folder])).map(({ name }) => name)).toEqual(['count', 'deploy2', 'say-hello', 'web']);
  });

  it('passes over manifests, documents, copies, hidden files, folders and odd names without a run bit', async () => {
    const folder = temporaryFolder();
    for (const name of ['a.yaml', 'b.yml', 'c.json', 'README.md', 'notes.txt', '.hidden', 'hello.sh~', 'hello.sh.bak'])
      writeProgram(folder, name, '');
    for (const name of ['_library.sh', 'Old_One.sh']) writeProgram(folder, name, '', 0o644);
    mkdirSync(join(folder, 'library'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling'));
    expect(await listScripts([folder])).toEqual([]);
  });

  it('follows a link to a script', async () => {
    const folder = temporaryFolder();
    symlinkSync(writeProgram(temporaryFolder(), 'other.sh', ''), join(folder, 'hello'));
    expect(await listScripts([folder])).toMatchObject([{ name: 'hello' }]);
  });

  it('finds none in a folder that does not exist, and those of the others', async () => {
    const folder = temporaryFolder();
    writeProgram(folder, 'hello.sh', '');
    expect(await listScripts([join(folder, 'nowhere'), folder])).toMatchObject([{ name: 'hello' }]);
  });

  it('says that a folder is a file', async () => {
    const file = writeProgram(temporaryFolder(), 'scripts', '');
    await expect(listScripts([file])).rejects.toThrow(`scripts names ${file}, which is not a folder`);
  });
});

describe('a script with a fault', () => {
  async function load(files: Record<string, [content: string, mode?: number]>): Promise<Command> {
    const folder = join(temporaryFolder(), 'scripts');
    for (const [name, [content, mode]] of Object.entries(files)) writeProgram(folder, name, content, mode);
    const source = scriptCommands([folder]);
    const [name = ''] = await source.names();
    return source.load(name);
  }

  it('is not executable', async () => {
    await expect(load({ 'hello.sh': [`#!/bin/sh\n${header()}`, 0o644] })).rejects.toMatchObject({
      outcome: 'config',
      message: 'scripts/hello.sh is not executable',
      hint: 'chmod +x scripts/hello.sh',
    });
  });

  it('has no manifest', async () => {
    await expect(load({ 'hello.sh': ['#!/bin/sh\necho hello\n'] })).rejects.toMatchObject({
      outcome: 'config',
      message: 'scripts/hello.sh does not say what it is: it has neither a manifest nor a header',
      hint: expect.stringContaining('# summary: '),
    });
  });

  it('has two manifests', async () => {
    await expect(load({ 'hello.sh': [''], 'hello.json': ['{}'], 'hello.yaml': [''] })).rejects.toMatchObject({
      outcome: 'config',
      message: 'scripts/hello.sh has two manifests: hello.json and hello.yaml',
    });
  });

  it('shares its name with another', async () => {
    await expect(load({ 'hello.sh': [''], 'hello.py': [''] })).rejects.toMatchObject({
      outcome: 'config',
      message: 'scripts/hello.py and scripts/hello.sh are both called "hello"',
    });
  });

  it('has a name that is no name of a command', async () => {
    await expect(load({ 'Say_Hello.sh': [''] })).rejects.toMatchObject({
      outcome: 'config',
      message: 'scripts/Say_Hello.sh: a command\'s name is lower case with dashes, not "Say_Hello"',
      hint: 'mv scripts/Say_Hello.sh scripts/say-hello.sh',
    });
  });

  it('has a wrong value in its manifest', async () => {
    const manifest = 'summary: Say hello\neffect: write\nexamples: [{ line: ops hello, says: hello }]\n';
    await expect(load({ 'hello.sh': [''], 'hello.yaml': [manifest] })).rejects.toMatchObject({
      outcome: 'config',
      message: 'scripts/hello.yaml: effect must be one of read, change, not "write"',
    });
  });
});

describe('a script that reads', () => {
  it('runs in bash, and its lines are its output', async () => {
    const { folder, command } = await project(`#!/bin/bash\n${header(who)}echo "hello $*"; echo careful >&2\n`);
    expect(command).toMatchObject({ name: 'hello', summary: 'Say hello', effect: 'read' });
    const lines = await run(command, folder, { who: ['Ana', 'two words'], loud: true });
    expect(lines.sort()).toEqual(['stderr: careful', 'stdout: hello Ana two words --loud']);
    expect(command.show({ exitCode: 0 })).toEqual([]);
  });

  it.skipIf(!hasPython)(`runs in Python${withoutPython}`, async () => {
    const body = 'import os, sys\nprint(sys.argv[1:], os.environ["OPS_ACTOR"])\n';
    const { folder, command } = await project(`#!/usr/bin/env python3\n${header(who)}${body}`, 'hello.py');
    expect(await run(command, folder, { who: ["it's $(id)"], loud: false })).toEqual([`stdout: ["it's $(id)"] ana`]);
  });

  it('runs in Node.js', async () => {
    const top = header().replaceAll(/^#/gm, '//');
    const { folder, command } = await project(
      `#!/usr/bin/env node\n${top}console.log('hello from node');\n`,
      'hello.js',
    );
    expect(await run(command, folder)).toEqual(['stdout: hello from node']);
  });

  it('is told who runs it, from where and with what', async () => {
    const { folder, command } = await project(`#!/bin/bash\n${header(who)}env | grep ^OPS_ | sort\n`);
    expect(await run(command, folder, { who: ['Ana'], loud: true })).toEqual([
      'stdout: OPS_ACTOR=ana',
      'stdout: OPS_ACTOR_ID=slack:T1:U1',
      'stdout: OPS_ARG_WHO=Ana',
      'stdout: OPS_COMMAND=hello',
      'stdout: OPS_OPTION_LOUD=true',
      'stdout: OPS_ORIGIN=room',
      `stdout: OPS_RUN=${id}`,
    ]);
  });

  it('runs in the folder of the configuration, wherever the line was typed', async () => {
    const { folder, command } = await project(`#!/bin/sh\n${header()}pwd\n`);
    expect(await run(command, folder)).toEqual([`stdout: ${folder}`]);
  });

  it('runs in the folder of the line where there is no configuration', async () => {
    const { folder, command } = await project(`#!/bin/sh\n${header()}pwd\n`);
    const { context, lines } = world(folder);
    const without = { ...context, project: { loaded: { file: undefined } } } as unknown as Context;
    await command.run({}, without);
    expect(lines).toEqual(['stdout: /']);
  });

  it.each([
    ['exit 3', 3],
    ['exit 255', 255],
    ['kill -TERM $$', 143],
    ['kill -9 $$', 137],
  ])('fails with its own exit code: %s', async (line, exitCode) => {
    const { folder, command } = await project(`#!/bin/bash\n${header()}${line}\n`);
    await expect(command.run({}, world(folder).context)).rejects.toMatchObject({
      outcome: 'failed',
      message: `hello exited with code ${exitCode}`,
      exitCode,
    });
  });

  it('may print binary', async () => {
    const { folder, command } = await project(`#!/bin/bash\n${header()}printf '\\x00\\xff\\xfe\\x80text\\n\\xc3'\n`);
    expect(await run(command, folder)).toEqual(['stdout: \0\ufffd\ufffd\ufffdtext', 'stdout: \ufffd']);
  });

  it('needs a line that says what runs it', async () => {
    const { folder, command } = await project(`${header()}echo hello\n`);
    await expect(command.run({}, world(folder).context)).rejects.toMatchObject({
      outcome: 'failed',
      message: expect.stringContaining('has no "#!" line'),
    });
  });
});

describe('a script that changes', () => {
  const options = '# options:\n#   token: { summary: Token, secret: true }\n';

  it('shows the line that will run, and runs nothing until it is told to', async () => {
    const { folder, command } = await project(`#!/bin/sh\n${header(who, 'change')}touch changed; echo changed\n`);
    const plan = await command.plan?.({ who: ['uat', 'two words'], loud: true }, world(folder).context);
    expect(plan).toEqual({
      input: { who: ['uat', 'two words'], loud: true },
      words: ['uat', 'two words', '--loud'],
    });
    expect(command.preview?.(plan ?? {})).toEqual([{ type: 'code', text: "scripts/hello.sh uat 'two words' --loud" }]);
    expect(() => readFileSync(join(folder, 'changed'))).toThrow('ENOENT');
    expect(await run(command, folder, { who: ['uat'] })).toEqual(['stdout: changed']);
    expect(readFileSync(join(folder, 'changed'), 'utf8')).toBe('');
  });

  it('is given its secrets, which its plan does not show', async () => {
    const { folder, command } = await project(`#!/bin/sh\n${header(options, 'change')}echo "$2 $OPS_OPTION_TOKEN"\n`);
    const { context, lines } = world(folder);
    const plan = (await command.plan?.({ token: 's3cret' }, context)) ?? {};
    expect(JSON.stringify([plan, command.preview?.(plan)])).not.toContain('s3cret');
    await command.run(plan, context);
    expect(lines).toEqual(['stdout: s3cret s3cret']);
  });
});

describe('a script that is stopped', () => {
  const reason = new OpsError('cancelled', 'ana stopped it');

  async function stop(body: string): Promise<number[]> {
    const { folder, command } = await project(`#!/bin/bash\n${header()}${body}\n`);
    const pids: number[] = [];
    let isReady = false;
    const { context } = world(folder, (line, controller) => {
      if (/^\d+$/.test(line)) pids.push(Number(line));
      if (line === 'ready') isReady = true;
      if (isReady && pids.length > 0) controller.abort(reason);
    });
    const hasty: Context = {
      ...context,
      exec: (file, args, given) => context.exec(file, args, { ...given, grace: 200 }),
    };
    await expect(command.run({}, hasty)).rejects.toBe(reason);
    return pids;
  }

  it('is killed after the grace where it ignores SIGTERM', async () => {
    const pids = await stop('trap "" TERM; echo $$; echo ready; while :; do sleep 300; done');
    expect(pids.map(isGone)).toEqual([true]);
  });

  it('takes a grandchild in a session of its own with it', async () => {
    const pids = await stop(`(setsid bash -c 'echo $$; sleep 300; :' &)\necho ready; sleep 300`);
    expect(pids.map(isGone)).toEqual([true]);
  });
});
