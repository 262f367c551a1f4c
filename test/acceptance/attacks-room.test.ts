import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { namedId } from '../../src/sandbox/state/ids.ts';
import { messageText } from '../../src/sandbox/text/text.ts';
import { approve, ask, openApprovalRoom, reads, rowOf, told } from '../support/approval-room.ts';
import { inRoom, inRoomOptions } from '../support/approved.ts';
import { labels, message, press } from '../support/buttons.ts';
import {
  bashScript,
  callSlack,
  healthOf,
  killListener,
  recorded,
  saidInRoom,
  settled,
  startListener,
  whispers,
} from '../support/listening.ts';
import { openRoom, type Room } from '../support/room.ts';

const wasReleased = ({ project }: Room): boolean => existsSync(join(project.folder, 'releases/prod'));

describe('a button', () => {
  it('that is forged is of no use, whoever presses it', async () => {
    const room = await openApprovalRoom();
    const { run } = await ask(room);
    const elsewhere = (await room.type('ops deployed', { as: 'mary', channel: '@mary' })).text.match(
      /run (\w{8})$/,
    )?.[1];
    const forged = [
      [`1:${run}@0123456789abcdef`, /this was about another plan/],
      [`1:${run}`, /this button is of another version of ops/],
      [`9:${run}@0123456789abcdef`, /this button is of another version of ops/],
      [`1:${elsewhere}@0123456789abcdef`, /this button is about a run that is not known here/],
      ['1:zzzzzzzz@0123456789abcdef', /this button is about a run that is not known here/],
      [`1:${run}@0123456789abcdef; ops approve ${run}`, /this button says nothing that ops knows/],
    ] as const;
    for (const [value] of forged) {
      const button = {
        type: 'button',
        action_id: 'approval:approve',
        text: { type: 'plain_text', text: value.slice(0, 70) },
        value,
      };
      const blocks = [{ type: 'actions', elements: [button] }];
      await callSlack(room.slack, room.slack.botToken, 'chat.postMessage', {
        channel: room.channel,
        text: value,
        blocks,
      });
    }
    for (const [value, says] of forged) {
      const { ts } = await message(room, (_, shown) => labels(shown)[0] === value.slice(0, 70));
      await press(room, ts, value.slice(0, 70), 'tom');
      await told(room, 'tom', says);
    }
    expect((await rowOf(room, run)).state).toBe('waiting');
    expect(wasReleased(room)).toBe(false);
  });

  it('that was pressed approves nothing that is asked for later', async () => {
    const room = await openApprovalRoom();
    const asked = await ask(room);
    const { blocks = [] } = asked;
    await room.type(`ops stop ${asked.run}`, { as: 'mary' });
    await reads(room, asked, /exit 130/);
    const next = await ask(room);
    const old = blocks.filter(({ type }) => type === 'actions');
    const kept = { channel: room.channel, text: 'kept', blocks: old };
    await callSlack(room.slack, room.slack.botToken, 'chat.postMessage', kept);
    const { ts } = await message(room, (_, shown) => shown.text === 'kept');
    await press(room, ts, 'Approve', 'tom');
    await told(room, 'tom', new RegExp(`run ${asked.run} .* has ended already: cancelled`));
    expect((await rowOf(room, next.run)).state).toBe('waiting');
    expect(wasReleased(room)).toBe(false);
  });
});

describe('a person', () => {
  const team = namedId('T', 'sandbox');
  const [leads, admins] = [namedId('S', 'leads'), namedId('S', 'admins')];
  const grouped = (config: string): string =>
    config
      .replace('lead: [tom, ann]', `lead: { slack: ${leads} }`)
      .replace('admin: [tom]', `admin: { slack: ${admins} }`)
      .replace('commands: [deploy, rollback, stop, rerun]', 'commands: [deploy, rollback, stop, rerun, lock, unlock]');
  const usergroups = [
    { handle: 'leads', users: ['ann'] },
    { handle: 'admins', users: ['tom'] },
  ];
  const open = () => openRoom((slack) => grouped(inRoom(slack)), { ...inRoomOptions, usergroups });

  it('whose role a user group gives may approve and free a lock, and nobody else may', async () => {
    const room = await open();
    expect(room.slack.team.id).toBe(team);
    const asked = await ask(room);
    await approve(room, asked, 'tom');
    await told(room, 'tom', /tom is not one of lead|tom may not run/);
    await approve(room, asked, 'ann');
    await reads(room, asked, /ann approved it[\s\S]*exit 0/);
    await room.type("ops lock uat --reason 'mine'", { as: 'mary' });
    await room.type('ops unlock uat', { as: 'ann' }).then(({ exitCode }) => expect(exitCode).toBe(77));
    expect((await room.type('ops unlock uat', { as: 'tom' })).words).toContain('uat is free');
  });

  it('who gives themselves the name of a lead is called by their own', async () => {
    // Whoever is called ann in Slack is raj, as the configuration knows by the id.
    const swapped = (config: string): string => {
      const [raj = '', ann = ''] = ['raj', 'ann'].map((name) => new RegExp(`  ${name}: ({.*})`).exec(config)?.[1]);
      return config.replace(`raj: ${raj}`, `raj: ${ann}`).replace(`  ann: ${ann}`, `  ann: ${raj}`);
    };
    const room = await openRoom((slack) => swapped(inRoom(slack)), inRoomOptions);
    await room.slack.say({ as: 'ann', channel: room.channel, text: 'ops deploy prod' });
    await message(room, (text) => text.includes('raj asks for approval of ops deploy prod'));
    const { words } = await room.type('ops approvals', { as: 'tom' });
    expect(words).toMatch(/ops deploy prod +raj /);
  });
});

describe('a line that waits', () => {
  it('stays what it was when its message is edited', async () => {
    const room = await openApprovalRoom();
    const { ts } = await room.slack.say({ as: 'mary', channel: room.channel, text: 'ops deploy prod --ref v1' });
    const asked = await message(room, (_, shown) => labels(shown).includes('Approve'));
    await room.slack.edit({ as: 'mary', channel: room.channel, ts, text: 'ops deploy prod --ref v2' });
    await press(room, asked.ts, 'Approve', 'tom');
    const done = await message(room, (text, shown) => shown.ts === asked.ts && /exit \d/.test(text));
    expect(messageText(done)).toMatch(/^ops deploy prod --ref v1 · mary\n[\s\S]*released v1 to prod/);
    await settled(room);
    expect((await recorded(room.project)).filter(({ argv }) => argv[0] === 'deploy')).toHaveLength(1);
  });
});

describe('what a program prints', () => {
  const lies = [
    'ops deploy prod · tom',
    '✓ ok · exit 0 · 1 ms · run zzzzzzzz',
    '[Approve] [Deny …]',
    '<!channel> <@U0TOM> <https://evil.example|ops approve>',
    '\\033]8;;https://evil.example\\aops approve zzzzzzzz\\033]8;;\\a',
  ];

  it('stands in a box, pings nobody, and is not taken for an answer of ops', async () => {
    const room = await openApprovalRoom();
    const body = `${lies.map((line) => `printf '${line}\\n'`).join('\n')}\nuntil [ -e go ]; do sleep 0.05; done`;
    room.project.write('scripts/lie', bashScript('lie', body), 0o755);
    await room.slack.say({ as: 'mary', channel: room.channel, text: 'ops lie' });
    const shown = await message(room, (text) => text.includes('run zzzzzzzz'));
    await killListener(room.listener);
    await startListener(room);
    room.project.write('go', '');
    const isOver = (text: string): boolean => /interrupted|exit \d+ · (?!1 ms)/.test(text);
    const done = await message(room, (text, { ts }) => ts === shown.ts && isOver(text));
    const blocks = (done.blocks ?? []) as { type: string; elements?: { type: string }[] }[];
    const said = blocks.filter((block) => JSON.stringify(block).includes('zzzzzzzz'));
    expect(said.map(({ type, elements }) => [type, elements?.map((one) => one.type)])).toEqual([
      ['rich_text', expect.arrayContaining(['rich_text_preformatted'])],
    ]);
    const inside = JSON.stringify(said);
    expect(inside).not.toMatch(/"type":"(?:user|broadcast|usergroup)"/);
    expect(labels(done)).not.toContain('Approve');
    expect(inside).toMatch(/evil\.example/);
    expect(saidInRoom(room)).toHaveLength(1);
  });
});

describe('ops listen', () => {
  /** The addresses at which a process takes connections, where the machine tells. */
  function portsOf(pid: number): string[] {
    if (!existsSync('/proc/net/tcp')) return [];
    const own = readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? [];
      } catch {
        return [];
      }
    });
    const rows = ['tcp', 'tcp6'].flatMap((kind) =>
      readFileSync(`/proc/${pid}/net/${kind}`, 'utf8').split('\n').slice(1),
    );
    const listening = rows.map((row) => row.trim().split(/\s+/)).filter(([, , , state]) => state === '0A');
    return listening.filter((row) => own.includes(row[9] ?? '')).map(([, address = '']) => address);
  }

  const event = (text: string, team: string) => ({
    ...{ type: 'event_callback', team_id: team, event_id: 'Ev1' },
    event: { type: 'message', channel: 'C1', user: 'U1', ts: '1.1', text, team },
  });

  it('has no port that a forged hook could be sent to; its health answers questions alone', async () => {
    const room = await openRoom(undefined, {}, ['--health', '127.0.0.1:0']);
    const address = await healthOf(room);
    const ports = portsOf(room.listener.child.pid ?? 0);
    expect(ports.length).toBeLessThanOrEqual(1);
    for (const path of ['/', '/slack/events', '/hooks', '/healthz', '/metrics']) {
      const body = JSON.stringify(event('ops deploy uat', room.slack.team.id));
      const { status } = await fetch(`${address}${path}`, { method: 'POST', body });
      expect([404, 405], path).toContain(status);
    }
    await settled(room);
    expect((await recorded(room.project)).map(({ argv }) => argv[0])).toEqual(['whoami']);
    expect(whispers(room)).toEqual([]);
  });
});
