import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messageText } from '../../src/sandbox/text/text.ts';
import { approve, ask, openApprovalRoom, reads, rowOf, told } from '../support/approval-room.ts';
import { labels, message, press } from '../support/buttons.ts';
import { killListener, recorded, saidInRoom, settled, startListener } from '../support/listening.ts';
import { startOps } from '../support/ops.ts';
import type { Room } from '../support/room.ts';
import { calledIn } from '../support/watch-room.ts';

const live = ({ project: { folder } }: Room): string | undefined => {
  const path = join(folder, 'releases/prod/version');
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;
};

describe('a line that takes an approval', () => {
  it('shows who asks for what, waits without a process, and goes on in its message once it is approved', async () => {
    const room = await openApprovalRoom();
    const asked = await ask(room);
    const [, preview = '', until] = /waiting\n([\s\S]*)\nuntil (\S+ \S+ UTC)/.exec(messageText(asked)) ?? [];
    expect(messageText(asked)).toMatch(/^ops deploy prod · mary · waiting\n/);
    expect(preview).toMatch(
      /^Deploy web in prod: nothing → v3\ncommit +\w{10}\nruns .*\nWaits for 1 approval of lead: tom, ann$/,
    );
    expect(new Date(String(until)).getTime()).toBeGreaterThan(Date.now());
    expect(labels(asked)).toEqual(['Approve', 'Deny …', 'Stop']);
    expect(await rowOf(room, asked.run)).toMatchObject({ state: 'waiting', process: { host: '', pid: 0 } });
    expect(live(room)).toBeUndefined();
    expect(await approve(room, asked)).toMatchObject({ acked: true });
    const done = await reads(room, asked, /exit 0/);
    expect(done).toMatch(
      /nothing → v3\n[\s\S]*✓ tom approved it, \S+ \S+ UTC\n[\s\S]*web v3 \(\w+\) is live in prod\n/,
    );
    expect(live(room)).toBe('v3');
    const approval = async () => (await recorded(room.project)).find(({ command }) => command === 'approve');
    await expect.poll(approval).toMatchObject({ state: 'succeeded', actor: { name: 'tom' } });
    expect(await rowOf(room, asked.run)).toMatchObject({ state: 'succeeded', environment: 'prod' });
    // The answer, and the call.
    await room.slack.waitFor(() => saidInRoom(room).length >= 2 || undefined);
    await settled(room);
    expect(saidInRoom(room)).toHaveLength(2);
  });

  it('calls those who may approve by name, once', async () => {
    const room = await openApprovalRoom((config) => config.replace('within: 30m', 'count: 2, within: 30m'));
    const asked = await ask(room);
    const call = await message(room, (text) => text.includes('mary asks for approval of ops deploy prod'));
    expect(call.thread_ts).toBe(asked.ts);
    const called = [...JSON.stringify(call.blocks).matchAll(/"user_id":"(\w+)"/g)].map(([, id]) => id);
    const ids = ['tom', 'ann'].map((name) => room.slack.people.find((one) => one.name === name)?.id);
    expect(called).toEqual(ids);
    await approve(room, asked, 'tom');
    expect(await reads(room, asked, /tom approved it/)).toMatch(/^ops deploy prod · mary · waiting\n/);
    await killListener(room.listener);
    await startListener(room);
    await approve(room, asked, 'ann');
    expect(await reads(room, asked, /exit 0/)).toMatch(/✓ tom approved it.*\n✓ ann approved it/);
    expect(saidInRoom(room).filter((said) => messageText(said).includes('asks for approval'))).toHaveLength(1);
  });

  it('is not approved by whoever asks, with whatever account, nor by others, who are told so alone', async () => {
    const room = await openApprovalRoom();
    const asked = await ask(room);
    for (const [who, words] of [
      ['mary', /mary asks for it, and approves nothing of that/],
      ['maria', /mary asks for it, with another account/],
      ['raj', /raj is not one of lead\n.*it waits for 1 approval of lead: tom, ann/],
      ['eve', /eve \(slack:\w+:\w+\), whom ops does not know, may not run ops approve/],
    ] as const) {
      await approve(room, asked, who);
      expect(await told(room, who, words)).toContain('✗');
    }
    expect(await rowOf(room, asked.run)).toMatchObject({ state: 'waiting' });
    const refused = (await recorded(room.project)).filter(({ command }) => command === 'approve');
    expect(refused.map(({ state, actor }) => [state, actor.name])).toEqual(
      ['mary', 'maria', 'raj', 'eve'].map((name) => ['denied', name]),
    );
    await room.slack.waitFor(() => saidInRoom(room).length >= 2 || undefined);
    await settled(room);
    expect([live(room), saidInRoom(room).length]).toEqual([undefined, 2]);
  });

  it('runs once, however often it is approved', async () => {
    const room = await openApprovalRoom();
    const asked = await ask(room);
    await Promise.all(['tom', 'ann', 'tom', 'ann'].map((who) => approve(room, asked, who)));
    await reads(room, asked, /exit 0/);
    await settled(room);
    const typed = await room.type(`ops approve ${asked.run} --yes`, { as: 'tom' });
    expect(typed.words).toMatch(/has ended already: succeeded/);
    const { stdout } = await startOps(room.project.folder, ['deployed', '--json']).ended;
    expect(JSON.stringify(JSON.parse(stdout)).match(/"v3"/g)).toHaveLength(1);
    const deploys = (await recorded(room.project)).filter(({ command }) => command === 'deploy');
    expect(deploys.map(({ state }) => state)).toEqual(['succeeded']);
  });

  it('is ended by a no, whose reason all can read', async () => {
    const room = await openApprovalRoom();
    const asked = await ask(room);
    await press(room, asked.ts, 'Deny …', 'ann');
    await room.slack.waitFor(() => room.slack.views('ann').at(-1));
    await room.slack.submit({ as: 'ann', values: { reason: { value: 'not on a Friday' } } });
    expect(await reads(room, asked, /denied/)).toMatch(/was not run: ann denied it: not on a Friday\n[\s\S]*exit 77/);
    expect(await rowOf(room, asked.run)).toMatchObject({
      ...{ state: 'denied', exitCode: 77, message: 'ann denied it: not on a Friday', startedAt: undefined },
    });
    expect((await room.type(`ops approve ${asked.run} --yes`, { as: 'tom' })).words).toContain('has ended already');
    expect(live(room)).toBeUndefined();
  });

  it('is told to whoever asked to be, also where it never runs', async () => {
    const room = await openApprovalRoom();
    const asked = await ask(room, 'ops deploy prod --notify');
    expect((await room.type(`ops deny ${asked.run} --reason 'not today'`, { as: 'tom' })).exitCode).toBe(0);
    const call = await message(room, (text) => /^✗ @\w+: ops deploy prod --notify/.test(text));
    expect(messageText(call)).toMatch(/ \(run \w+\) denied: tom denied it: not today$/);
    expect(calledIn(call)).toEqual([room.slack.people.find(({ name }) => name === 'mary')?.id]);
  });

  it('is taken back by whoever asked for it, and asked for anew when it is run again', async () => {
    const room = await openApprovalRoom();
    const asked = await ask(room);
    await press(room, asked.ts, 'Stop', 'mary');
    expect(await reads(room, asked, /exit 130/)).toContain('it was stopped by mary');
    expect(await rowOf(room, asked.run)).toMatchObject({ state: 'cancelled' });
    await press(room, asked.ts, 'Run again', 'mary');
    const anew = await message(room, (_, shown) => shown.ts !== asked.ts && labels(shown).includes('Approve'));
    await approve(room, anew);
    expect(await reads(room, anew, /exit 0/)).toContain('tom approved it');
    expect((await room.type('ops deploy prod --dry-run')).exitCode).toBe(0);
  });
});

describe('an approval', () => {
  it.each<[string, (room: Room) => void, RegExp]>([
    [
      'a commit',
      ({ project }) => {
        project.write('web/version', 'v4\n');
        project.git('commit', '--all', '--quiet', '--message', 'v4');
      },
      /what would run is another plan: it moved since/,
    ],
    [
      'a role',
      ({ project: { folder, write } }) => {
        const path = join(folder, '.chatopsrc');
        write('.chatopsrc', readFileSync(path, 'utf8').replace('lead: [tom, ann]', 'lead: [tom, ann, raj]'));
      },
      /people, roles, rules or environments were edited since/,
    ],
    [
      'the right of whoever approves',
      ({ project: { folder, write } }) => {
        const path = join(folder, '.chatopsrc');
        write('.chatopsrc', readFileSync(path, 'utf8').replace('count: 2', 'count: 1').replace('[tom, ann]', '[ann]'));
      },
      /people, roles, rules or environments were edited since/,
    ],
  ])('is void where %s has moved since it was asked for', async (what, move, words) => {
    const isTwo = what.startsWith('the right');
    const room = await openApprovalRoom((config) =>
      isTwo ? config.replace('within: 30m', 'count: 2, within: 30m') : config,
    );
    const asked = await ask(room);
    if (isTwo) {
      await approve(room, asked, 'tom');
      await reads(room, asked, /tom approved it/);
    }
    move(room);
    await approve(room, asked, isTwo ? 'ann' : 'tom');
    expect(await reads(room, asked, /exit 77/)).toMatch(words);
    expect(await rowOf(room, asked.run)).toMatchObject({ state: 'denied', startedAt: undefined });
    expect(live(room)).toBeUndefined();
    await settled(room);
  });

  it('comes too late where the time is over, which the room is told', async () => {
    const room = await openApprovalRoom((config) => config.replace('within: 30m', 'within: 2s'));
    // On a slow machine its time is over before its buttons are there.
    const { text } = await room.type('ops deploy prod');
    expect(text).toMatch(/its time was over at .* it waited for 1 approval of lead[\s\S]*exit 124/);
    const run = /run (\w{8})$/.exec(text)?.[1] ?? '';
    expect(await rowOf(room, run)).toMatchObject({ state: 'timed out' });
    expect((await room.type(`ops approve ${run} --yes`, { as: 'tom' })).words).toContain(
      'has ended already: timed out',
    );
  });

  it('can be given in a terminal, also while no listener is there', async () => {
    const room = await openApprovalRoom();
    const asked = await ask(room);
    const terminal = startOps(room.project.folder, ['approvals']);
    expect((await terminal.ended).stdout).toMatch(
      new RegExp(`→ +${asked.run} +ops deploy prod +mary +1 approval of lead`),
    );
    await startOps(room.project.folder, ['approve', asked.run, '--yes']).ended;
    expect(await reads(room, asked, /exit 0/)).toContain('tom approved it');
    const other = await ask(room, 'ops deploy prod --ref v2');
    await killListener(room.listener);
    const said = await startOps(room.project.folder, ['approve', other.run, '--yes']).ended;
    expect(said.stdout).toBe(`Approved. Run ${other.run} of mary goes on: ops deploy prod --ref v2\n`);
    expect(live(room)).toBe('v3');
    await startListener(room);
    expect(await reads(room, other, /exit 0/)).toContain('web v2');
    expect(live(room)).toBe('v2');
  });

  it('is asked for on the Home tab of those who can give it', async () => {
    const room = await openApprovalRoom();
    const asked = await ask(room);
    const homeOf = (who: string) => {
      room.slack.openHome(who);
      return room.slack.waitFor(() => JSON.stringify(room.slack.home(who) ?? '').match(/.*What you may run.*/)?.[0]);
    };
    expect(await homeOf('tom')).toMatch(new RegExp(`What waits for you.*${asked.run}.*ops approvals --mine`));
    expect(await homeOf('mary')).not.toContain('What waits for you');
    // It follows by itself for as long as somebody looks at it.
    await room.type(`ops approve ${asked.run} --yes`, { as: 'tom' });
    const followed = () => JSON.stringify(room.slack.home('tom')).includes('What waits for you') || undefined;
    await room.slack.waitFor(() => (followed() ? undefined : true));
  });

  it('leaves the Home tab of a stranger with how to be added', async () => {
    const room = await openApprovalRoom();
    const home = () => JSON.stringify(room.slack.home('eve') ?? '');
    room.slack.openHome('eve');
    await room.slack.waitFor(() => home().includes('What you may run') || undefined);
    expect(home()).toMatch(/What you may run.*eve \(slack:\w+:\w+\), whom ops does not know.*tom can add strangers/);
  });

  it('is asked for on a Home tab that is open when somebody asks in a terminal', async () => {
    const room = await openApprovalRoom();
    const home = () => JSON.stringify(room.slack.home('ann') ?? '');
    room.slack.openHome('ann');
    await room.slack.waitFor(() => home().includes('What you may run') || undefined);
    expect(home()).not.toContain('What waits for you');
    const [, run] = /run (\w{8})/.exec((await startOps(room.project.folder, ['deploy', 'prod']).ended).stderr) ?? [];
    const published = () => room.slack.calls.filter(({ method }) => method === 'views.publish').length;
    await room.slack.waitFor(() => new RegExp(`What waits for you.*${run}`).test(home()) || undefined);
    await room.slack.waitFor(() => published() >= 2 || undefined);
    expect(published()).toBe(2);
  });

  it('is shown to those who can give it, and to nobody else, where it was asked for in a direct message', async () => {
    const room = await openApprovalRoom();
    await room.slack.say({ as: 'mary', channel: '@mary', text: 'deploy prod --yes' });
    await room.slack.waitFor(() => saidInRoom(room, '@mary').find((shown) => labels(shown).includes('Approve')));
    expect((await room.type('ops approvals', { as: 'tom' })).words).toContain("ops '••••'");
    expect((await room.type('approvals', { as: 'tom', channel: '@tom' })).words).toContain('ops deploy prod --yes');
    expect((await room.type('ops approvals', { as: 'raj' })).words).not.toContain('prod');
  });

  it('is for one plan: a mark of another one is refused', async () => {
    const room = await openApprovalRoom();
    const asked = await ask(room);
    const said = await room.type(`ops approve ${asked.run} --plan 0000000000000000 --yes`, { as: 'tom' });
    expect(said.words).toContain('this was about another plan');
    expect(await rowOf(room, asked.run)).toMatchObject({ state: 'waiting' });
  });
});
