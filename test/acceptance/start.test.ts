import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jenkinsConfig, openFarm } from '../support/farm.ts';
import { loadedBy, loadedMeanwhile } from '../support/loaded.ts';
import { configuration, createProject } from '../support/project.ts';

const dist = join(import.meta.dirname, '../../dist');

function loaded(line: string): string[] {
  const files = loadedBy(line.split(' '), createProject().folder);
  return files.map((path) => relative(dist, path)).sort();
}

const start = ['bin/ops.js', 'chunks/start.js', 'host/code.js', 'host/terminal.js'];
const line = [...start, 'chunks/line.js', 'chunks/rolldown-runtime.js'];

const drawing = 'chunks/draw.js';

describe('what a line loads of what is built', () => {
  it('is the start alone for the version', () => {
    expect(loaded('--version')).toEqual(start);
  });

  it('is what every line needs and the one command for help', () => {
    expect(loaded('help')).toEqual([...line, 'commands/help.js'].sort());
  });

  it('is that, the command and what asks git for a deploy that is only shown', () => {
    // Once an hour, outputs that are too old are swept away.
    const once = 'chunks/sweep.js';
    const deploy = ['chunks/deploy.js', 'commands/deploy.js', 'chunks/programs.js'];
    expect(loaded('deploy uat --dry-run')).toEqual([...line, ...deploy, once].sort());
  });

  it('is nothing that draws until a chart is drawn', async () => {
    const { folder } = createProject(configuration + jenkinsConfig(await openFarm()));
    const load = async (...words: string[]) =>
      (await loadedMeanwhile(words, folder)).map((path) => relative(dist, path));
    expect(await load('builds')).not.toContain(drawing);
    expect(await load('builds-trend', 'shop', '--json')).not.toContain(drawing);
    expect(await load('builds-trend', 'shop')).toContain(drawing);
  });
});
