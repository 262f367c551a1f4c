import { describe, expect, it } from 'vitest';
import { SlackCallError } from '../../../../src/slack/connection/call-error.ts';
import { createLane, createLanes, type Lane } from '../../../../src/slack/delivery/lane.ts';
import { createPace } from '../../../../src/slack/delivery/pace.ts';
import { type ManualClock, manualClock, settle } from '../../../support/manual-clock.ts';

interface Harness {
  clock: ManualClock;
  lane: Lane;
  /** When each call was made, and which. */
  made: string[];
  /** A call of that name, with these answers, one each time that it is made. */
  call(name: string, over?: AbortSignal, answers?: (Error | Promise<void>)[]): Promise<string>;
}

function open({ perMinute = 60, burst = 1, atOnce = 9, spare = 0 } = {}): Harness {
  const clock = manualClock();
  const lane = createLane(createPace({ clock, rate: { perMinute, burst }, atOnce }), clock, spare);
  const made: string[] = [];
  const call: Harness['call'] = (name, over, answers = []) =>
    lane.take(async () => {
      made.push(`${clock.elapsed()} ${name}`);
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      await answer;
      return name;
    }, over);
  return { clock, lane, made, call };
}

const refused = (seconds: number) => new SlackCallError('too many', { retryAfter: seconds, cause: undefined });
const underWay = () => new AbortController();

describe('calls that share a limit', () => {
  it('go out one after the other, in their order, and each has its answer', async () => {
    const { clock, call, made } = open();
    const answers = Promise.all(['a', 'b', 'c'].map((name) => call(name)));
    await clock.advance(2000);
    expect(await answers).toEqual(['a', 'b', 'c']);
    expect(made).toEqual(['0 a', '1000 b', '2000 c']);
  });

  it('that fail do so alone', async () => {
    const { clock, call, made } = open();
    const failed = expect(call('a', undefined, [new Error('no')])).rejects.toThrow('no');
    const other = call('b');
    await clock.advance(1000);
    await failed;
    expect(await other).toBe('b');
    expect(made).toEqual(['0 a', '1000 b']);
  });

  it('are not under way in greater numbers than that', async () => {
    const { clock, call, made } = open({ burst: 9, atOnce: 2 });
    const slow = Promise.withResolvers<void>();
    for (const name of ['a', 'b', 'c']) void call(name, undefined, [slow.promise]);
    await clock.advance(60_000);
    expect(made).toEqual(['0 a', '0 b']);
    slow.resolve();
    await clock.advance(0);
    expect(made).toEqual(['0 a', '0 b', '60000 c']);
  });
});

describe('what was refused', () => {
  it('goes out again when Slack wants it, alone at first, and keeps its place, however often', async () => {
    const { clock, call, made } = open({ perMinute: 600, burst: 9 });
    const answers = [call('a', undefined, [refused(2), refused(3), refused(4)]), call('b'), call('c'), call('d')];
    await clock.advance(5000);
    expect(made).toEqual(['0 a', '0 b', '0 c', '0 d', '2000 a', '5000 a']);
    void call('e');
    await clock.advance(60_000);
    expect(await Promise.all(answers)).toEqual(['a', 'b', 'c', 'd']);
    expect(made.slice(6).map((entry) => entry.split(' ')[1])).toEqual(['a', 'e']);
    expect(made[6]).toBe('9000 a');
  });

  it('holds back all that wait, and one alone shows when Slack takes more', async () => {
    const { clock, call, made } = open({ perMinute: 6000, burst: 9, atOnce: 2 });
    const answers = ['a', 'b'].map((name) => call(name, undefined, [refused(5), refused(5)]));
    for (let number = 0; number < 100; number++) answers.push(call(`${number}`));
    await clock.advance(9999);
    expect(made).toEqual(['0 a', '0 b', '5000 a']);
    await clock.advance(20_000);
    await Promise.all(answers);
    expect(made).toHaveLength(3 + 102 + 1);
  });
});

describe('what nothing comes after', () => {
  it('goes before what something does', async () => {
    const { clock, call, made } = open();
    void call('first');
    void call('progress', underWay().signal);
    void call('end');
    await clock.advance(2000);
    expect(made).toEqual(['0 first', '1000 end', '2000 progress']);
  });

  it('has turns that are kept for it', async () => {
    const { clock, lane, call, made } = open({ burst: 3, spare: 2 });
    void call('one', underWay().signal);
    void call('other', underWay().signal);
    expect(lane.wait()).toBe(2000);
    void call('end');
    await clock.advance(0);
    expect(made).toEqual(['0 one', '0 end']);
    await clock.advance(2000);
    expect(made[2]).toBe('2000 other');
  });

  it('waits for all that is in line before it', () => {
    const { lane, call } = open({ burst: 2 });
    for (const name of ['a', 'b', 'c', 'd']) void call(name);
    expect(lane.wait()).toBe(3000);
  });

  it('may become so while it waits', async () => {
    const { clock, call, made } = open({ burst: 3, spare: 2 });
    const run = underWay();
    void call('one', underWay().signal);
    void call('other', underWay().signal);
    void call('mine', run.signal);
    await clock.advance(500);
    run.abort();
    await clock.advance(0);
    expect(made).toEqual(['0 one', '500 mine']);
  });
});

describe('a lane for each room', () => {
  const lanes = () => {
    const clock = manualClock();
    return createLanes(() => createLane(createPace({ clock, rate: { perMinute: 60, burst: 1 }, atOnce: 9 }), clock));
  };

  it('is its own, and the same one the next time', async () => {
    const of = lanes();
    await of('one').take(async () => {});
    expect([of('one').wait(), of('other').wait()]).toEqual([1000, 0]);
  });

  it('is forgotten when many others were asked for since', async () => {
    const of = lanes();
    await of('old').take(async () => {});
    await of('used').take(async () => {});
    for (let room = 0; room < 499; room++) {
      of(`room ${room}`);
      of('used');
    }
    await settle();
    expect([of('used').wait(), of('old').wait()]).toEqual([1000, 0]);
  });
});
