import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LoadedConfig } from '../../../src/context/config.ts';
import { rememberConfig } from '../../../src/host/remember.ts';
import { noLimits } from '../../support/limits.ts';
import { temporaryFolder } from '../../support/project.ts';

function remembered(from: LoadedConfig['entries'][number]['from'] = 'file') {
  const folder = temporaryFolder();
  const file = join(folder, '.chatopsrc');
  writeFileSync(file, 'a');
  writeFileSync(join(folder, 'secret'), 'a');
  let reads = 0;
  const config = rememberConfig(async () => {
    reads++;
    const entries = [{ key: 'app', value: 'web', from }];
    return {
      file,
      entries,
      secrets: [],
      config: {
        ...{ apps: {}, environments: {}, scripts: [], files: { largest: 25_000_000 }, journal: { path: '' } },
        ...{ people: {}, roles: {}, rooms: {}, limits: noLimits },
        output: { keep: 1e9, size: 1e7, total: 1e9 },
      },
    };
  });
  return { folder, config, reads: () => reads };
}

describe('the configuration of a waiting child', () => {
  it('is read once while nothing changes', async () => {
    const { config, reads } = remembered();
    await config();
    await config();
    expect(reads()).toBe(1);
  });

  it.each(['.chatopsrc', 'secret'])('is read again after %s has changed', async (name) => {
    const { folder, config, reads } = remembered('file:secret');
    await config();
    writeFileSync(join(folder, name), 'another');
    await config();
    expect(reads()).toBe(2);
  });
});
