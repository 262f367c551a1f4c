import { describe, expect, it } from 'vitest';
import { text } from '../../../../src/context/blocks.ts';
import type { Event } from '../../../../src/context/events.ts';
import { messageWords } from '../../../../src/render/slack.ts';
import { createLiveMessage, type LiveMessage } from '../../../../src/slack/answer/live.ts';
import { SlackCallError } from '../../../../src/slack/connection/call-error.ts';
import type { Content, Delivery } from '../../../../src/slack/delivery/deliver.ts';
import { labels } from '../../../support/buttons.ts';
import { type ManualClock, manualClock } from '../../../support/manual-clock.ts';

const line = (text: string): Event => ({ type: 'line', stream: 'stdout', text });
const progress = (text: string): Event => ({ type: 'progress', stream: 'stdout', text });
const started: Event = { type: 'started', run: 'r1', line: 'ops x', actor: 'mary', at: '' };
const finished: Event = { type: 'finished', outcome: 'ok', exitCode: 0, ms: 1 };
const usage: Event = { type: 'error', outcome: 'usage', exitCode: 64, message: 'no such thing' };
const ok = { outcome: 'ok', exitCode: 0, ms: 1 } as const;

interface Harness {
  clock: ManualClock;
  live: LiveMessage;
  /** What was done, when, and the words of it. */
  told: string[];
  /** What could be pressed in the latest of it. */
  pressable(): string[];
  /** Its words for notifications, which begin with the line and its state. */
  head(): string;
  /** The next calls of this kind fail, or wait for the promise. */
  next: { post: (Promise<void> | Error)[]; update: (Promise<void> | Error)[] };
  updateWait(ms: number): void;
}

interface Opening {
  whisperUsage?: boolean;
  quiet?: boolean;
  isInLine?: boolean;
  isQuick?: boolean;
  isUnseen?: boolean;
}

function open({ whisperUsage = true, quiet = false, isInLine = false, isQuick, isUnseen }: Opening = {}): Harness {
  const clock = manualClock();
  const told: string[] = [];
  const next: Harness['next'] = { post: [], update: [] };
  let wait = 0;
  let posts = 0;
  let latest: Content | undefined;
  const tell = async (kind: 'post' | 'update' | 'whisper', content: Content): Promise<void> => {
    latest = content;
    const words = messageWords(content.blocks).replaceAll('\n', '|');
    told.push(`${clock.elapsed()} ${kind} ${words}${content.isFinal ? ' (the end)' : ''}`.trim());
    const fate = kind === 'whisper' ? undefined : next[kind].shift();
    if (fate instanceof Error) throw fate;
    await fate;
  };
  const delivery: Delivery = {
    post: async (_, content) => {
      await tell('post', content());
      return `2.${++posts}`;
    },
    update: (_, __, content) => tell('update', content()),
    whisper: (_, __, ___, content) => tell('whisper', content),
    find: async () => undefined,
    upload: async () => {},
    single: async () => {},
    updateWait: () => wait,
  };
  const place = { channel: 'C1', thread: '0.1', asked: '1.1', run: 'r1' };
  const sayPlace = async (): Promise<boolean> => isInLine;
  const about = {
    user: 'U1',
    line: 'ops x',
    actor: 'mary',
    isRepeatable: true,
    whisperUsage,
    sayPlace,
    quiet,
    isQuick,
    isUnseen,
  };
  const roomName = async (channel: string): Promise<string> => `#${channel}`;
  const live = createLiveMessage({ delivery, clock, place, roomName, ...about });
  const updateWait = (ms: number): void => {
    wait = ms;
  };
  return { clock, live, told, next, updateWait, pressable: () => labels(latest), head: () => latest?.text ?? '' };
}

describe('somebody who is mentioned', () => {
  const mentioned: Event = {
    ...{ type: 'result', data: {} },
    blocks: [
      text('Done'),
      text('tell ', { text: 'ada', user: 'U7' }),
      text('tell ', { text: 'ada', user: 'U7' }, ' too'),
    ],
  };

  it('is called by the message itself where that is new', async () => {
    const { live, told } = open();
    live.add([started, mentioned, finished]);
    await live.finished(ok);
    expect(told).toEqual(['0 post Done|tell U7|tell U7 too| (the end)']);
  });

  it('is called by another one, once, where that was edited: an edit calls nobody', async () => {
    const { clock, live, told, head } = open();
    live.add([started, line('one')]);
    await clock.advance(25);
    live.add([mentioned, finished]);
    await live.finished(ok);
    expect(told).toEqual(['25 post one|', '25 update one|Done|tell U7|tell U7 too| (the end)', '25 post  (the end)']);
    expect(head()).toBe('tell <@U7>\ntell <@U7> too');
  });
});

describe('a live message', () => {
  it('shows the first words at once, and later ones as they come', async () => {
    const { clock, live, told } = open();
    live.add([started]);
    await clock.advance(10);
    expect(told).toEqual([]);
    live.add([line('one')]);
    await clock.advance(25);
    live.add([line('two')]);
    await clock.advance(0);
    expect(told).toEqual(['35 post one|']);
    await clock.advance(1000);
    live.add([line('three'), finished]);
    await live.finished(ok);
    expect(told.slice(1)).toEqual(['235 update one|two|', '1035 update one|two|three| (the end)']);
  });

  it('is posted once, with its end, where the run is quick', async () => {
    const { clock, live, told } = open();
    live.add([started, line('one'), finished]);
    await live.finished(ok);
    await clock.advance(60_000);
    expect(told).toEqual(['0 post one| (the end)']);
  });

  it('is edited as seldom as Slack wants, and the newest words win', async () => {
    const { clock, live, told, updateWait } = open();
    live.add([started, line('one')]);
    await clock.advance(25);
    updateWait(5000);
    for (const word of ['two', 'three', 'four']) {
      live.add([line(word)]);
      await clock.advance(100);
    }
    await clock.advance(4700);
    expect(told).toEqual(['25 post one|', '5025 update one|two|three|four|']);
  });

  it('shows what is not whole yet as its last line, the newest of it, and not in the end', async () => {
    const { clock, live, told, head } = open();
    live.add([started, line('one'), progress('10 %')]);
    await clock.advance(25);
    expect(head()).toMatch(/\n10 %$/);
    live.add([progress('20 %')]);
    live.add([progress('30 %')]);
    await clock.advance(1000);
    live.add([progress('40 %'), finished]);
    await live.finished(ok);
    expect(told).toEqual(['25 post one|10 %|', '225 update one|30 %|', '1025 update one| (the end)']);
  });

  it('does not let the end wait for an edit that is put off', async () => {
    const { clock, live, told, updateWait } = open();
    live.add([started, line('one')]);
    await clock.advance(25);
    updateWait(60_000);
    live.add([line('two')]);
    await clock.advance(100);
    live.add([line('three'), finished]);
    await live.finished(ok);
    expect(told).toEqual(['25 post one|', '125 update one|two|three| (the end)']);
  });

  it('waits with the end for a post that is under way', async () => {
    const { clock, live, told, next } = open();
    const answer = Promise.withResolvers<void>();
    next.post.push(answer.promise);
    live.add([started, line('one')]);
    await clock.advance(25);
    live.add([finished]);
    const end = live.finished(ok);
    await clock.advance(5000);
    expect(told).toEqual(['25 post one|']);
    answer.resolve();
    await end;
    expect(told).toEqual(['25 post one|', '5025 update one| (the end)']);
  });

  it.each([
    ['that is known to run', [started], '525 post'],
    ['whose words may still make no sense, to its sender alone', [], '3000 whisper'],
  ])('says of a silent run %s that it was heard', async (_, events, expected) => {
    const { clock, live, told } = open();
    live.add(events as Event[]);
    await clock.advance(10_000);
    expect(told).toEqual([expected]);
    live.add([finished]);
    await live.finished(ok);
    expect(told[1]).toBe(`10000 ${expected.endsWith('post') ? 'update' : 'post'}  (the end)`);
  });

  it('says that it was heard as soon as a late run begins', async () => {
    const { clock, live, told } = open();
    await clock.advance(1200);
    live.add([started]);
    await clock.advance(25);
    expect(told).toEqual(['1225 post']);
  });

  it('waits with its first words for an end that follows at once', async () => {
    const { clock, live, told } = open();
    live.add([started, line('one')]);
    await clock.advance(20);
    live.add([line('two'), finished]);
    await live.finished(ok);
    expect(told).toEqual(['20 post one|two| (the end)']);
  });

  it.each([true, false])(
    'says nothing in the room while its place in line is told, until it begins: %s',
    async (whisperUsage) => {
      const { clock, live, told } = open({ whisperUsage, isInLine: true });
      await clock.advance(10_000);
      expect(told).toEqual([]);
      live.add([started]);
      await clock.advance(25);
      expect(told).toEqual(['10025 post']);
    },
  );

  it('says nothing before its end where the room is quiet', async () => {
    const { clock, live, told } = open({ quiet: true });
    await clock.advance(10_000);
    live.add([started, line('one')]);
    await clock.advance(10_000);
    live.add([line('two'), finished]);
    await live.finished(ok);
    expect(told).toEqual(['20000 post one|two| (the end)']);
  });

  it('is edited once a second at the most while much is printed, and shows the newest', async () => {
    const { clock, live, told } = open();
    live.add([started]);
    for (let number = 0; number < 1000; number++) {
      live.add([line(`${number}`)]);
      await clock.advance(10);
    }
    const edits = told.slice(1).map((words) => Number(words.split(' ', 1)[0]));
    expect(edits).toEqual([230, 1330, 2430, 3530, 4630, 5730, 6830, 7930, 9030]);
    expect(told.at(-1)).toMatch(/\|902\|$/);
    live.add([finished]);
    await live.finished(ok);
    expect(told).toHaveLength(11);
    expect(told.at(-1)).toMatch(/^10000 update .*\|999\| \(the end\)$/);
  });

  it('shows the steps that run beside those that are done', async () => {
    const { clock, live, told } = open();
    const step = (id: number, state: 'running' | 'done', title: string): Event => ({ type: 'step', id, state, title });
    live.add([started, step(1, 'running', 'Look'), step(2, 'running', 'Copy')]);
    await clock.advance(25);
    live.add([step(1, 'done', 'Look')]);
    await clock.advance(1000);
    live.add([step(2, 'done', 'Copy'), finished]);
    await live.finished(ok);
    expect(told).toEqual([
      '25 post … Look|… Copy|',
      '225 update ✓ Look|… Copy|',
      '1025 update ✓ Look|✓ Copy| (the end)',
    ]);
  });
});

describe('a question', () => {
  const asked: Event = { type: 'ask', id: 1, question: 'Go on?' };
  const answered: Event = { type: 'answer', id: 1, question: 'Go on?', said: 'yes', by: 'mary' };

  it('is shown at once, with its buttons, until it is answered', async () => {
    const { clock, live, told, pressable } = open();
    live.add([started, asked]);
    await clock.advance(0);
    expect([told, pressable()]).toEqual([['0 post Go on?|'], ['Yes', 'No']]);
    live.add([answered]);
    await clock.advance(1000);
    expect([told.at(-1), pressable()]).toEqual(['200 update Go on? yes (mary)|', ['Stop']]);
    live.add([finished]);
    await live.finished(ok);
    expect(pressable()).toEqual(['Run again']);
  });
});

describe('a run that waits for others', () => {
  const note = (text: string, waits?: boolean): Event => ({
    ...{ type: 'note', level: 'info', blocks: [{ type: 'text', text }] },
    ...(waits === undefined ? {} : { waits }),
  });

  it('says so in its head until it goes on', async () => {
    const { clock, live, head } = open();
    live.add([started, note('Next in line', true)]);
    await clock.advance(1100);
    expect(head()).toContain('waiting');
    live.add([note('still in line')]);
    await clock.advance(1100);
    expect(head()).toContain('waiting');
    live.add([note('it is the turn', false)]);
    await clock.advance(1100);
    expect(head()).toContain('running');
  });
});

describe('what one person alone is told', () => {
  it('has nothing to press', async () => {
    const { clock, live, told, pressable } = open();
    await clock.advance(3000);
    expect([told, pressable()]).toEqual([['3000 whisper'], []]);
    live.add([usage, { ...finished, outcome: 'usage', exitCode: 64 }]);
    await live.finished({ outcome: 'usage', exitCode: 64, ms: 1 });
    expect(pressable()).toEqual([]);
  });
});

describe('where edits are scarce', () => {
  it('a run that ends soon is posted once, with its end', async () => {
    const { clock, live, told, updateWait } = open();
    updateWait(60_000);
    live.add([started, line('one')]);
    await clock.advance(100);
    live.add([line('two'), finished]);
    await live.finished(ok);
    expect(told).toEqual(['100 post one|two| (the end)']);
  });

  it.each([1, 600_000])(
    'any other shows its first words once it is 300 ms old, whatever its end waits: %i',
    async (ms) => {
      const { clock, live, told, updateWait } = open();
      updateWait(ms);
      live.add([started, line('one')]);
      await clock.advance(10_000);
      expect(told).toEqual(['300 post one|']);
    },
  );

  it('one that has been taking long shows them at once', async () => {
    const { clock, live, told, updateWait } = open({ isQuick: false });
    updateWait(60_000);
    live.add([started, line('one')]);
    await clock.advance(10_000);
    expect(told).toEqual(['0 post one|']);
  });
});

describe('a run of a command that has been quick', () => {
  it('is posted once, with its end, where it ends within 300 ms', async () => {
    const { clock, live, told } = open({ isQuick: true });
    live.add([started]);
    await clock.advance(50);
    live.add([line('one')]);
    await clock.advance(240);
    live.add([line('two'), finished]);
    await live.finished(ok);
    expect(told).toEqual(['290 post one|two| (the end)']);
  });

  it('shows its first words once it is 300 ms old, where it is not quick this time', async () => {
    const { clock, live, told } = open({ isQuick: true });
    live.add([started]);
    await clock.advance(50);
    live.add([line('one')]);
    await clock.advance(10_000);
    expect(told).toEqual(['300 post one|']);
  });

  it('shows them at once where they come later than that', async () => {
    const { clock, live, told } = open({ isQuick: true });
    live.add([started]);
    await clock.advance(400);
    live.add([line('one')]);
    await clock.advance(0);
    expect(told).toEqual(['400 post one|']);
  });
});

describe('a run of a command that has been taking long', () => {
  it('shows its first words at once', async () => {
    const { clock, live, told } = open({ isQuick: false });
    live.add([started, line('one')]);
    await clock.advance(0);
    expect(told).toEqual(['0 post one|']);
  });
});

describe('a message that somebody deletes', () => {
  const gone = () =>
    new SlackCallError('Slack refuses chat.update', { refusal: 'message_not_found', cause: undefined });

  it('is posted anew, and edited from then on', async () => {
    const { clock, live, told, next } = open();
    live.add([started, line('one')]);
    await clock.advance(1000);
    next.update.push(gone());
    live.add([line('two')]);
    await clock.advance(1000);
    live.add([line('three'), finished]);
    expect(await live.finished(ok)).toMatchObject({ ts: '2.2' });
    expect(told.map((entry) => entry.replace(/^\d+ /, ''))).toEqual([
      'post one|',
      'update one|two|',
      'post one|two|',
      'update one|two|three| (the end)',
    ]);
  });

  it('is posted anew once: who deletes it again is left alone, and the fault names the run and the room', async () => {
    const { clock, live, told, next } = open();
    next.update.push(gone(), gone(), gone());
    for (const word of ['one', 'two', 'three', 'four']) {
      live.add([started, line(word)]);
      await clock.advance(1000);
    }
    const end = live.finished(ok);
    await expect(end).rejects.toThrow('the room #C1 did not get the answer of run r1: Slack refuses chat.update');
    await expect(end).rejects.toMatchObject({ refusal: 'message_not_found' });
    expect(told.filter((entry) => entry.includes('post'))).toHaveLength(2);
  });
});

describe('a press that is denied', () => {
  const denied: Event = { type: 'error', outcome: 'denied', exitCode: 77, message: 'you may not' };
  it.each([
    ['is told to whoever pressed alone', true, 'whisper'],
    ['is no line that was typed, which is told openly', false, 'post'],
  ])('%s', async (_, isUnseen, how) => {
    const { live, told } = open({ isUnseen });
    live.add([started, denied, { ...finished, outcome: 'denied', exitCode: 77 }]);
    const { isPrivate } = await live.finished({ outcome: 'denied', exitCode: 77, ms: 0 });
    expect(told).toEqual([`0 ${how} ✗ you may not| (the end)`]);
    expect(isPrivate).toBe(isUnseen);
  });
});

describe('a line that makes no sense', () => {
  it('is told to its sender alone, once', async () => {
    const { clock, live, told } = open();
    live.add([usage]);
    await clock.advance(400);
    live.add([finished]);
    await live.finished({ outcome: 'usage', exitCode: 64, ms: 0 });
    await clock.advance(10_000);
    expect(told).toEqual(['400 whisper ✗ no such thing| (the end)']);
  });

  it('is told openly where there is nobody else', async () => {
    const { live, told } = open({ whisperUsage: false });
    live.add([usage, finished]);
    await live.finished({ outcome: 'usage', exitCode: 64, ms: 0 });
    expect(told).toEqual(['0 post ✗ no such thing| (the end)']);
  });

  it('is told to its sender alone also where it waited long for its turn', async () => {
    const { clock, live, told } = open();
    await clock.advance(3025);
    live.add([usage, finished]);
    await live.finished({ outcome: 'usage', exitCode: 64, ms: 0 });
    expect(told).toEqual(['3000 whisper', '3025 whisper ✗ no such thing| (the end)']);
  });

  it('is told in the message that stands there already, where there is nobody else', async () => {
    const { clock, live, told } = open({ whisperUsage: false });
    await clock.advance(3025);
    live.add([usage, finished]);
    await live.finished({ outcome: 'usage', exitCode: 64, ms: 0 });
    expect(told).toEqual(['3025 post', '3025 update ✗ no such thing| (the end)']);
  });

  it('is not what fails after it began', async () => {
    const { live, told } = open();
    live.add([started, usage, finished]);
    await live.finished({ outcome: 'usage', exitCode: 64, ms: 0 });
    expect(told).toEqual(['0 post ✗ no such thing| (the end)']);
  });
});

it('a message whose thread is gone stands at the root of the room', async () => {
  const { live, told, next } = open();
  const gone = new SlackCallError('gone', { refusal: 'thread_not_found', cause: 0 });
  next.post.push(gone);
  live.add([started, line('one'), finished]);
  expect(await live.finished(ok)).toMatchObject({ ts: '2.1', thread: undefined, isWhole: true });
  expect(told).toEqual(['0 post one| (the end)', '0 post one| (the end)']);
  const rootless = open();
  rootless.next.post.push(gone, gone);
  rootless.live.add([started, finished]);
  await expect(rootless.live.finished(ok)).rejects.toThrow('gone');
});

describe('a room that takes nothing', () => {
  it('is asked once while the run goes on, and once more at its end', async () => {
    const { clock, live, told, next } = open();
    next.post.push(new Error('is_archived'), new Error('is_archived'));
    live.add([started, line('one')]);
    await clock.advance(100);
    for (const word of ['two', 'three']) {
      live.add([line(word)]);
      await clock.advance(1000);
    }
    live.add([finished]);
    await expect(live.finished(ok)).rejects.toThrow('is_archived');
    expect(told).toEqual(['25 post one|', '2100 post one|two|three| (the end)']);
  });

  it('but takes the end has it', async () => {
    const { clock, live, told, next } = open();
    next.post.push(new Error('fatal_error'));
    live.add([started, line('one')]);
    await clock.advance(100);
    live.add([finished]);
    await live.finished(ok);
    expect(told).toEqual(['25 post one|', '100 post one| (the end)']);
  });
});
