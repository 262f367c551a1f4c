import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { jenkinsConfig, openFarm } from '../support/farm.ts';
import { timeless } from '../support/ops.ts';
import { configuration } from '../support/project.ts';
import { openRoom } from '../support/room.ts';
import { until } from '../support/waiting.ts';

const zip = Buffer.from([0x50, 0x4b, 3, 4, 0, 255]);

it('ops artifacts --download brings to a room what is small enough, and the links of the rest', async () => {
  const jenkins = await openFarm();
  const [build] = jenkins.farm.jobs.get('shop')?.builds ?? [];
  build?.artifacts.splice(0, 1, { path: 'out/приложение 1.zip', content: zip });
  build?.artifacts.push({ path: 'big.zip', content: Buffer.alloc(2001) }, { path: 'none', content: Buffer.alloc(0) });
  const room = await openRoom(`${configuration}${jenkinsConfig(jenkins)}files: { largest: 2kB }\n`);
  const { exitCode, words, message } = await room.type('ops artifacts shop --status failed --download');
  expect(exitCode).toBe(0);
  const url = `${jenkins.url}/job/shop/8/artifact`;
  expect(timeless(words)).toMatch(/^✓ Download out\/приложение 1\.zip \(6 B\)\nbuild +shop#8 /);
  expect(words).toContain(
    `приложение 1.zip, 6 B (out/приложение 1.zip)
• big.zip (${url}/big.zip), 2 kB: too large for a room, where 2 kB is the most
• none (${url}/none), 0 B: it is empty\n`,
  );
  const files = await room.slack.waitFor((slack) => {
    const found = slack.messages(room.channel).flatMap(({ files = [], thread_ts }) =>
      files.map((file) => ({
        ...{ name: String(file['name']), title: String(file['title']), thread: thread_ts },
        content: Buffer.from(slack.file(String(file['id'])).content),
      })),
    );
    return found.length > 0 ? found : undefined;
  });
  expect(files).toEqual([
    { name: 'приложение 1.zip', title: 'приложение 1.zip, 6 B', thread: message.ts, content: zip },
  ]);
  expect(jenkins.asked.filter((line) => line.startsWith('GET') && line.includes('/artifact/'))).toHaveLength(1);
  expect((await room.type('ops artifacts shop -s failed --to /tmp/x')).words).toContain('✗ --to is for a terminal');
  const left = join(room.project.folder, '.ops', 'output', 'passing');
  await until(() => !existsSync(left) || readdirSync(left).length === 0, 'what was brought removed');
});
