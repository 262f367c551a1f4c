import { describe, expect, it } from 'vitest';
import type { Origin } from '../../../src/context/host.ts';
import { createPeople } from '../../../src/policy/people.ts';
import { createPrivacy, withoutWords } from '../../../src/run/private.ts';

const people = createPeople({ people: { mary: { slack: ['T1/U1', 'T2/U9'], os: [] } }, roles: {} } as never);
const place = (channel: string): Origin => ({ type: 'room', team: 'T1', channel });
const terminal: Origin = { type: 'terminal', host: 'here', directory: '/' };
const [mary, alsoMary, tom] = [{ id: 'slack:T1:U1' }, { id: 'slack:T2:U9' }, { id: 'slack:T1:U2' }];

describe('a run that was typed in a direct message', () => {
  const run = { actor: { ...mary, name: 'mary' }, origin: place('D1') };
  it.each<[string, typeof mary, Origin, boolean, boolean]>([
    ['to whoever typed it, there', mary, place('D1'), true, true],
    ['to them by another account of theirs', alsoMary, place('D7'), true, true],
    ['to them on the Home tab', mary, place('U1'), true, true],
    ['to them in a channel, where they ask for it', mary, place('C1'), false, true],
    ['to nobody else in a channel', tom, place('C1'), false, false],
    ['to nobody else in a direct message', tom, place('D2'), false, false],
    ['in a terminal, which can read the journal', { id: 'os:here:1' }, terminal, true, true],
  ])('is shown %s', (_, actor, origin, isListed, isReadable) => {
    const privacy = createPrivacy({ actor, origin }, people);
    expect([privacy.isListed(run), privacy.isReadable(run)]).toEqual([isListed, isReadable]);
  });

  it('keeps its words to itself', () => {
    const row = { ...run, id: 'k3f9', argv: ['deploy', 'hush'], message: 'hush failed' };
    expect(JSON.stringify(withoutWords(row as never))).not.toContain('hush');
  });
});

it.each([
  ['a channel', place('C1')],
  ['a terminal', terminal],
])('what was typed in %s is shown to all', (_, origin) => {
  const privacy = createPrivacy({ actor: tom, origin: place('C2') }, people);
  const run = { actor: { ...mary, name: 'mary' }, origin };
  expect([privacy.isListed(run), privacy.isReadable(run)]).toEqual([true, true]);
});
