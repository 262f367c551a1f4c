import { describe, expect, it } from 'vitest';
import type { Form, FormValues } from '../../src/context/form.ts';
import { bashScript } from '../support/listening.ts';
import { ops } from '../support/ops.ts';
import { createProject } from '../support/project.ts';

const manifest = `# args:
#   who: { summary: Whom to greet, required: true }
# options:
#   on: { summary: Which day, type: date }
#   token: { summary: A secret, secret: true }
`;

function greeting() {
  const project = createProject();
  project.write('scripts/greet', bashScript('greet', 'echo "hello $*"', manifest), 0o755);
  return project;
}

describe('--form', () => {
  it('makes the line of what is filled in, says it, and runs it', async () => {
    const project = greeting();
    const seen: Form[] = [];
    const fill = async (form: Form): Promise<FormValues> => {
      seen.push(form);
      return { who: ['Ana Lima'], on: ['2026-01-31'] };
    };
    const { exitCode, stdout, stderr } = await ops(project.folder, ['greet', '--form', '--on', '2026-01-01'], { fill });
    expect(stderr).toContain("ops greet 'Ana Lima' --on 2026-01-31\n");
    expect(stdout).toBe('hello Ana Lima --on 2026-01-31\n');
    expect(exitCode).toBe(0);
    expect(seen[0]?.fields.map(({ name, values }) => [name, values])).toEqual([
      ['who', []],
      ['on', ['2026-01-01']],
    ]);
    expect(seen[0]?.secrets).toEqual([{ name: 'token', required: false }]);
  });

  it('keeps what belongs to every command', async () => {
    const fill = async (form: Form): Promise<FormValues> =>
      Object.fromEntries(form.fields.map(({ name }) => [name, name === 'environment' ? ['uat'] : []]));
    const { stdout, stderr, exitCode } = await ops(
      createProject().folder,
      ['--json', 'deploy', '--form', '--dry-run'],
      {
        fill,
      },
    );
    expect(stderr).toContain('ops deploy uat --json --dry-run\n');
    expect(JSON.parse(stdout)).toMatchObject({ environment: 'uat' });
    expect(exitCode).toBe(0);
  });

  it('tells of a field that nobody put right', async () => {
    const fill = async (): Promise<FormValues> => ({ environment: ['uta'] });
    const { exitCode, stderr } = await ops(createProject().folder, ['deploy', '--form'], { fill });
    expect(exitCode).toBe(64);
    expect(stderr).toContain('"uta" is not a known environment');
  });

  it('is a usage error where nobody can fill it in', async () => {
    const { exitCode, stderr } = await ops(createProject().folder, ['deploy', '--form']);
    expect(exitCode).toBe(64);
    expect(stderr).toContain('there is nobody here to fill in a form');
    expect(stderr).toContain('ops help deploy');
  });
});
