import { expect, it } from 'vitest';
import { bashScript } from '../support/listening.ts';
import { startOps } from '../support/ops.ts';
import { configuration } from '../support/project.ts';
import { openRoom, tokens } from '../support/room.ts';

/** The names alone: the values would be masked. */
const names = `env | cut -d= -f1 | sort`;
const outside = {
  REGISTRY_TOKEN: 'registry-token-1',
  DATABASE_PASSWORD: 'database-password-1',
  AWS_SECRET_ACCESS_KEY: 'aws-secret-1',
  NODE_OPTIONS: '--no-warnings',
  GIT_SSH_COMMAND: 'false',
  BUILD_FLAVOUR: 'spicy',
};
/** What every program gets, and what `ops` and the shell itself tell it. */
const usual =
  /^(?:PATH|HOME|USER|LOGNAME|SHELL|LANG|LC_\w+|TZ|TMPDIR|SSH_AUTH_SOCK|HTTPS?_PROXY|NO_PROXY|https?_proxy|no_proxy|OPS_\w+|PWD|SHLVL|_|OLDPWD)$/;

const withEnv = configuration.replace(
  "deploy: [./deploy, '{environment}', '{commit}']",
  "deploy: [./deploy, '{environment}', '{commit}']\n    env: { DATABASE_PASSWORD: '${env:DATABASE_PASSWORD}' }",
);

it('gives a program the variables that are declared for it, and no others, from both doors', async () => {
  for (const [name, value] of Object.entries(outside)) process.env[name] = value;
  const room = await openRoom(withEnv).finally(() => {
    for (const name of Object.keys(outside)) delete process.env[name];
  });
  const { project, slack } = room;
  project.write('scripts/plain', bashScript('plain', names), 0o755);
  project.write('scripts/asks', bashScript('asks', names, '# env: [REGISTRY_TOKEN, BUILD_FLAVOUR, NOT_SET]\n'), 0o755);
  project.write(
    'scripts/shows',
    bashScript('shows', 'echo "$REGISTRY_TOKEN $BUILD_FLAVOUR"', '# env: [REGISTRY_TOKEN, BUILD_FLAVOUR]\n'),
    0o755,
  );
  project.write('deploy', `#!/usr/bin/env bash\n${names}\n`, 0o755);
  const shell = async (...argv: string[]): Promise<string> =>
    (await startOps(project.folder, argv, { ...tokens(slack), ...outside }).ended).stdout;
  const unusual = (words: string): string[] => words.split('\n').filter((name) => name !== '' && !usual.test(name));
  const inRoom = async (line: string): Promise<string> => (await room.type(`ops ${line}`)).words;
  for (const type of [inRoom, (line: string) => shell(...line.split(' '))]) {
    expect(unusual(await type('plain'))).toEqual([]);
    expect(unusual(await type('asks'))).toEqual(['BUILD_FLAVOUR', 'REGISTRY_TOKEN']);
    expect(await type('shows')).toBe('•••• spicy\n');
    const deployed = unusual(await type('deploy dev')).filter((name) => /^\w+$/.test(name));
    expect(deployed).toEqual(['DATABASE_PASSWORD']);
  }
});
