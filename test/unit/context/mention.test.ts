import { expect, it } from 'vitest';
import type { Origin } from '../../../src/context/host.ts';
import { mention } from '../../../src/context/mention.ts';
import { nobody } from '../../support/nobody.ts';

const people = { ada: { ...nobody, slack: ['T2/U9', 'T1/U1'] }, bob: nobody };
const room: Origin = { type: 'room', team: 'T1', channel: 'C1' };
const terminal: Origin = { type: 'terminal', host: 'here', directory: '/' };

it.each([
  ['ada', room, { text: 'ada', user: 'U1' }],
  ['ada', { ...room, team: 'T3' }, { text: 'ada' }],
  ['ada', terminal, { text: 'ada' }],
  ['bob', room, { text: 'bob' }],
  ['toString', room, { text: 'toString' }],
])('%s is mentioned in %j as %j', (name, origin, span) => {
  expect(mention(name, { config: { people }, origin })).toEqual(span);
});
