import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { CodeKey } from '../../../../src/context/codes.ts';
import { codeKeyKind } from '../../../../src/context/facts.ts';
import type { Journal, RunRecord } from '../../../../src/context/journal.ts';
import { openSqliteJournal } from '../../../../src/journal/sqlite.ts';
import { createDesk } from '../../../../src/run/code/desk.ts';
import { openQuestion, recordAnswer } from '../../../../src/run/question.ts';
import { type CodeParts, openCode, readCode } from '../../../../src/slack/code/code.ts';
import { codeView } from '../../../../src/slack/code/modal.ts';
import { openCodeKeys } from '../../../../src/system/code-keys.ts';
import { codeOf } from '../../../support/codes.ts';
import { temporaryFolder } from '../../../support/folder.ts';
import { manualClock } from '../../../support/manual-clock.ts';

const identity = { team: 'T1', teamName: 'Team', userId: 'UBOT', botId: 'B1', name: 'ops' };
const process = { host: 'here', pid: 1, started: 'now' };
const mary = { id: 'slack:T1:U1', name: 'mary' };
const clock = manualClock();

let journal: Journal;
let run: RunRecord;
let key: CodeKey;
let parts: CodeParts;
let calls: string[];

async function accept(actor = mary): Promise<RunRecord> {
  const origin = { type: 'room', team: 'T1', channel: 'C1', message: '1.1' } as const;
  const taken = await journal.accept({ argv: ['deploy', 'prod'], actor, origin, process, at: clock.now() });
  if (taken === undefined) throw new Error('the claim was taken');
  return taken;
}

async function askFor({ id, actor }: RunRecord, mark = 'm1'): Promise<void> {
  const data = { id: 7, question: 'a code?', code: { person: 'mary', mark } };
  await journal.wait(id, process);
  await journal.record({ run: id, kind: 'question', subject: id, actor, data, at: clock.now() });
}

beforeEach(async () => {
  const path = join(temporaryFolder(), 'journal.db');
  journal = await openSqliteJournal(path);
  onTestFinished(() => journal.close());
  const keys = openCodeKeys(path);
  key = keys.create();
  await keys.keep(key);
  run = await accept();
  const data = { id: key.id, step: 1 };
  await journal.record({ run: run.id, kind: codeKeyKind, subject: 'mary', data, at: clock.now(), actor: mary });
  await askFor(run);
  const people = { mary: { slack: ['T1/U1', 'T1/U9'], os: [] } };
  const codes = createDesk({
    journal,
    clock,
    keys: async () => keys,
    config: { people, roles: {} } as never,
    local: {},
  });
  calls = [];
  const call = async (method: string) => {
    calls.push(method);
    return {};
  };
  parts = { identity, call, journal, codes } as CodeParts;
});

interface Forged {
  user?: string;
  team?: string;
  metadata?: unknown;
  code?: string;
}

async function submit({ user = 'U1', team = 'T1', metadata, code = now() }: Forged = {}): Promise<string | undefined> {
  const kept = metadata ?? codeView(run, 7)['private_metadata'];
  const body = {
    team: { id: team },
    user: { id: user, team_id: team, name: user },
    view: { state: { values: { code: { value: { type: 'plain_text_input', value: code } } } } },
  };
  const reply = (await readCode(body, kept, parts))?.reply as { errors?: { code?: string } } | undefined;
  return reply?.errors?.code;
}

const now = (steps = 0): string => codeOf(key.secret, steps, clock.now().getTime());

async function recorded(): Promise<string[]> {
  const kinds: string[] = [];
  for await (const { kind } of journal.entries()) if (/^(code|press)-/.test(kind)) kinds.push(kind);
  return kinds;
}

describe('a submission', () => {
  it('is taken of whom the run asks, once', async () => {
    expect(await submit()).toBeUndefined();
    expect(await submit()).toContain('this run waits for no code: nothing was done');
    expect(await submit({ code: now(1) })).toContain('this run waits for no code');
    expect(await recorded()).toEqual(['code-accepted', 'press-refused', 'press-refused']);
  });

  it('of a code that another run has taken is refused', async () => {
    const other = await accept();
    await askFor(other);
    expect(await submit()).toBeUndefined();
    expect(await submit({ metadata: codeView(other, 7)['private_metadata'] })).toContain('this code was used already');
    expect(await recorded()).toEqual(['code-accepted', 'code-refused']);
  });

  it.each([
    ['by another person', { user: 'U2' }, 'this was asked of mary'],
    ['by another account of the same person', { user: 'U9' }, 'this was asked of mary'],
    ['from another workspace', { team: 'T2' }, 'this is about no run that is known here'],
    ['about no run', { metadata: '{"v":1,"run":"zzzzzzzz","question":7}' }, 'this is about no run'],
    ['about anything', { metadata: 'anything' }, 'this is about no run'],
    ['of another version', { metadata: '{"v":2,"run":"zzzzzzzz","question":7}' }, 'this is about no run'],
  ])('%s is refused, and recorded', async (_, forged, words) => {
    expect(await submit(forged)).toContain(words);
    expect(await recorded()).toEqual(['press-refused']);
    expect(await submit()).toBeUndefined();
  });

  it('about another question is refused, and recorded', async () => {
    expect(await submit({ metadata: JSON.stringify({ v: 1, run: run.id, question: 1 }) })).toContain(
      'waits for no code',
    );
    expect(await recorded()).toEqual(['press-refused']);
  });

  it('about a run that has ended is refused, and recorded', async () => {
    await journal.finish(run.id, { state: 'cancelled', outcome: 'cancelled', exitCode: 130, at: clock.now() });
    expect(await submit()).toContain('waits for no code');
    expect(await recorded()).toEqual(['press-refused']);
  });

  it('of what is no code counts for nothing', async () => {
    expect(await submit({ code: 'hello!' })).toContain('a one-time code is six digits');
    expect(await recorded()).toEqual([]);
  });
});

describe('a press', () => {
  const press = { user: 'U1', userTeam: 'T1' } as Parameters<typeof openCode>[1];

  it('of whom the run asks opens the modal', async () => {
    await openCode({ trigger_id: '1' }, press, run, 7, parts);
    expect(calls).toEqual(['views.open']);
  });

  it.each([
    ['another person', { ...press, user: 'U2' }, 7, 'asked of mary'],
    ['an old button', press, 6, 'waits for no code'],
  ])('of %s is refused, and recorded', async (_, by, question, words) => {
    await expect(openCode({}, by, run, question, parts)).rejects.toThrow(words);
    expect(calls).toEqual([]);
    expect(await recorded()).toEqual(['press-refused']);
  });

  it('of a yes is no code', async () => {
    const yes = recordAnswer(journal, { run, id: 7, yes: true, at: clock.now() });
    await expect(yes).rejects.toThrow('a one-time code is wanted: nothing was answered');
    expect((await openQuestion(journal, run.id))?.id).toBe(7);
  });
});
