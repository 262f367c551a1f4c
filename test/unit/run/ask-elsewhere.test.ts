import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Event } from '../../../src/context/events.ts';
import type { Actor } from '../../../src/context/host.ts';
import { openSqliteJournal } from '../../../src/journal/sqlite.ts';
import { askElsewhere } from '../../../src/run/ask-elsewhere.ts';
import { recordAnswer } from '../../../src/run/question.ts';
import { systemClock } from '../../../src/system/clock.ts';
import { identify } from '../../../src/system/process.ts';
import { codesInTerminals, enroll } from '../../support/codes.ts';
import { ops } from '../../support/ops.ts';
import { configuration, createProject, type Project } from '../../support/project.ts';

type Asked = Extract<Event, { type: 'ask' }>;

/** Carries a line out whose questions are answered elsewhere, in the very moment in which they are shown. */
async function answeredAtOnce(
  { folder }: Project,
  argv: readonly string[],
  actor: Actor,
  yes: (asked: Asked) => boolean,
) {
  const journal = await openSqliteJournal(join(folder, '.ops', 'journal.db'));
  onTestFinished(() => journal.close());
  const [clock, process] = [systemClock, identify()];
  const origin = { type: 'room', team: 'T1', channel: 'C1' } as const;
  const row = await journal.accept({ argv, actor, origin, process, at: clock.now() });
  const run = row?.id ?? '';
  const states: unknown[] = [];
  const said: string[] = [];
  const output = () => async (event: Event) => {
    if (event.type === 'answer') said.push(event.said);
    if (event.type !== 'ask') return;
    const found = await journal.run(run);
    states.push(found?.state);
    if (found === undefined) return;
    const answer = { yes: yes(event), word: event.typed?.word, at: clock.now() };
    await recordAnswer(journal, { run: found, id: event.id, ...answer });
  };
  const asking = askElsewhere({ journal, run, actor, process, clock }, { during: (wait) => wait() });
  const { exitCode } = await ops(folder, argv, { actor, origin, run, output, ...asking });
  return { exitCode, states, said };
}

describe('a question that is answered elsewhere', () => {
  const mary = { id: 'slack:T1:U1', name: 'mary' };

  it.each([
    ['a yes', true, 0, 'yes'],
    ['a no', false, 130, 'no'],
  ])('takes %s as soon as it can be seen', async (_, yes, exitCode, said) => {
    const answered = await answeredAtOnce(createProject(), ['deploy', 'prod'], mary, () => yes);
    expect(answered).toEqual({ exitCode, states: ['waiting'], said: [said] });
  });

  it('takes its word as soon as it can be seen', async () => {
    const project = createProject(configuration.replace('confirm: true', 'protected: true'));
    const answered = await answeredAtOnce(project, ['deploy', 'prod'], mary, ({ typed }) => typed?.word === 'prod');
    expect(answered).toEqual({ exitCode: 0, states: ['waiting'], said: ['yes'] });
  });

  it('takes a no as soon as it can be seen that it takes a code', async () => {
    const actor = { id: 'os:here:1001', name: 'mary' };
    const project = createProject(codesInTerminals);
    await enroll(project, actor);
    const answered = await answeredAtOnce(project, ['deploy', 'prod'], actor, ({ isCode }) => isCode !== true);
    expect(answered).toEqual({ exitCode: 130, states: ['waiting'], said: ['no'] });
  });
});
