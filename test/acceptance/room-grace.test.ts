import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { messageText } from '../../src/sandbox/text/text.ts';
import { isRunning } from '../support/alive.ts';
import { message } from '../support/buttons.ts';
import { bashScript, recorded, saidInRoom, stop } from '../support/listening.ts';
import { openRoom } from '../support/room.ts';
import { until } from '../support/waiting.ts';

/** SIGTERM does nothing to it; a part of it is in a session of its own, with no parent to be found by. */
const stubborn = `#!/usr/bin/env bash
trap '' TERM
setsid bash -c 'trap "" TERM; echo $$ > apart; until [ -e go ]; do sleep 0.05; done' &
echo $$ > began
until [ -e go ]; do sleep 0.05; done
`;

it('what does not heed is ended within a short grace, its lock is free and its room is told', async () => {
  const room = await openRoom(undefined, {}, ['--grace', '3s']);
  const { folder } = room.project;
  room.project.write('deploy', stubborn, 0o755);
  await room.slack.say({ as: 'mary', channel: room.channel, text: 'ops deploy uat' });
  const files = ['began', 'apart'].map((name) => join(folder, name));
  await until(() => files.every((file) => existsSync(file)), 'the deploy');
  await message(room, (text) => text.includes('running'));
  expect((await stop(room.listener)).exitCode).toBe(0);
  for (const file of files) expect(isRunning(Number(readFileSync(file, 'utf8')))).toBe(false);
  expect(await recorded(room.project)).toMatchObject([{ state: 'interrupted' }]);
  const [said] = saidInRoom(room);
  expect(said && messageText(said)).toMatch(/ops was stopped, and it did not end in time.+\n[\s\S]* · exit 1 · /);
});

it('what heeds a short grace ends as it does itself', async () => {
  const room = await openRoom(undefined, {}, ['--grace', '9s']);
  room.project.write('scripts/wait', bashScript('wait', 'touch began; until [ -e go ]; do sleep 0.05; done'), 0o755);
  await room.slack.say({ as: 'mary', channel: room.channel, text: 'ops wait' });
  await until(() => existsSync(join(room.project.folder, 'began')), 'the script');
  expect((await stop(room.listener)).exitCode).toBe(0);
  expect(await recorded(room.project)).toMatchObject([{ state: 'cancelled', message: 'it was stopped by SIGTERM' }]);
});
