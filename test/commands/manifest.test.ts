import { describe, expect, it } from 'vitest';
import { app } from '../../src/sandbox/demo/app.ts';
import { shortcutId } from '../../src/slack/ask/shortcut.ts';
import { ops } from '../support/ops.ts';
import { configuration, createProject, temporaryFolder } from '../support/project.ts';

interface Manifest {
  features: {
    slash_commands: { command: string; description: string; usage_hint: string; should_escape: boolean }[];
    shortcuts: { name: string; type: string; callback_id: string }[];
  };
  oauth_config: { scopes: { bot: string[] } };
}

describe('ops manifest', () => {
  it('prints on stdout what Slack takes, and nothing else', async () => {
    const { exitCode, stdout, stderr } = await ops(temporaryFolder(), ['manifest']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toEqual(JSON.parse((await ops(temporaryFolder(), ['manifest', '--json'])).stdout));
    const link = new URL(/\((https:.+)\)/.exec(stderr)?.[1] ?? '');
    expect(JSON.parse(link.searchParams.get('manifest_json') ?? '')).toEqual(JSON.parse(stdout));
  });

  it('asks for what the listener and the sandbox know', async () => {
    const { features, oauth_config } = JSON.parse((await ops(temporaryFolder(), ['manifest'])).stdout) as Manifest;
    expect(features.shortcuts.map(({ callback_id }) => callback_id)).toEqual([shortcutId]);
    expect(features.shortcuts).toMatchObject(app.shortcuts.map(({ name, type }) => ({ name, type })));
    expect(app.shortcuts.map(({ callbackId }) => callbackId)).toEqual([shortcutId]);
    const [{ shouldEscape, usageHint, ...command }] = app.commands;
    expect(features.slash_commands).toEqual([{ ...command, usage_hint: usageHint, should_escape: shouldEscape }]);
    expect(oauth_config.scopes.bot).toContain('commands');
  });

  it('names the command after the word that lines begin with', async () => {
    const tokens = "{ appToken: '${file:token}', botToken: '${file:token}', word: ship }";
    const project = createProject(`${configuration}slack: ${tokens}\n`);
    project.write('token', 'xoxb-1-a\n');
    const { stdout } = await ops(project.folder, ['manifest']);
    expect((JSON.parse(stdout) as Manifest).features.slash_commands[0]?.command).toBe('/ship');
  });
});
