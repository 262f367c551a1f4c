import { describe, expect, it } from 'vitest';
import { SlackCallError } from '../../../../src/slack/connection/call-error.ts';
import { createLane } from '../../../../src/slack/delivery/lane.ts';
import { createPace } from '../../../../src/slack/delivery/pace.ts';
import { createHomes } from '../../../../src/slack/home/keep.ts';
import { manualClock } from '../../../support/manual-clock.ts';

/** Tabs that show what `shows` says, and what was published, when and to whom. */
function open() {
  const clock = manualClock();
  const shows = new Map<string, number>();
  const published: string[] = [];
  const warnings: string[] = [];
  const faults: Error[] = [];
  const lane = createLane(createPace({ clock, rate: { perMinute: 40, burst: 5 }, atOnce: 1 }), clock);
  const homes = createHomes({
    draw: async (user) => ({ number: shows.get(user) ?? 0 }),
    publish: (user, view) =>
      lane.take(async () => {
        const fault = faults.shift();
        if (fault !== undefined) throw fault;
        published.push(`${clock.elapsed()} ${user} ${view['number']}`);
      }),
    clock,
    signal: new AbortController().signal,
    warn: (message) => void warnings.push(message),
  });
  return { clock, homes, shows, published, warnings, faults };
}

describe('a Home tab that somebody has opened', () => {
  it('follows what changes, much of it at once, and nothing that it does not show', async () => {
    const { clock, homes, shows, published } = open();
    await homes.opened('U1');
    for (let number = 1; number <= 9; number++) {
      shows.set('U1', number);
      homes.changed('U1');
    }
    await clock.advance(10_000);
    homes.changed('U1');
    homes.changed('U2');
    await clock.advance(10_000);
    expect(published).toEqual(['0 U1 0', '3000 U1 9']);
  });

  it('follows what concerns others too', async () => {
    const { clock, homes, shows, published } = open();
    await homes.opened('U1');
    await homes.opened('U2');
    shows.set('U2', 1);
    homes.changed();
    await clock.advance(3000);
    expect(published).toEqual(['0 U1 0', '0 U2 0', '3000 U2 1']);
  });

  it('is left alone a quarter of an hour later, and where many others have opened theirs since', async () => {
    const { clock, homes, shows, published } = open();
    await homes.opened('U1');
    await clock.advance(16 * 60_000);
    shows.set('U1', 1);
    homes.changed();
    await clock.advance(60_000);
    expect(published).toEqual(['0 U1 0']);
    for (let number = 1; number <= 21; number++) {
      void homes.opened(`U${number}`);
      await clock.advance(2000);
    }
    shows.set('U1', 2);
    homes.changed();
    const before = published.length;
    await clock.advance(60_000);
    expect(published.slice(before)).toEqual([]);
  });

  it('waits where Slack asks for that, and says what else stands in its way', async () => {
    const { clock, homes, shows, published, faults, warnings } = open();
    await homes.opened('U1');
    faults.push(new SlackCallError('too many', { retryAfter: 30, cause: 0 }));
    shows.set('U1', 1);
    homes.changed('U1');
    await clock.advance(60_000);
    expect(published).toEqual(['0 U1 0', '33000 U1 1']);
    faults.push(new SlackCallError('Slack refuses views.publish: not_enabled', { refusal: 'not_enabled', cause: 0 }));
    shows.set('U1', 2);
    homes.changed('U1');
    await clock.advance(60_000);
    expect(warnings).toEqual(['the Home tab could not be shown: Slack refuses views.publish: not_enabled']);
  });
});
