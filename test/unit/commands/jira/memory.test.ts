import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyMemory, type Memory, newsOf, overlap, readMemory, remember } from '../../../../commands/jira/memory.ts';
import type { Ticket } from '../../../../src/index.ts';

const start = Date.UTC(2026, 0, 1);
const states = { 'To Do': 'new', Doing: 'started', Done: 'done' } as const;

const ticket = (key: string, state: keyof typeof states, at: number, rest: Partial<Ticket> = {}): Ticket => ({
  ...{ key, url: `https://x/${key}`, title: key, type: 'Task', state: { name: state, category: states[state] } },
  ...{ assignee: undefined, priority: undefined, labels: [], sprint: undefined, isBlocked: false, comments: undefined },
  ...{ created: new Date(start - 10 * overlap), updated: new Date(start + at), changes: [], ...rest },
});

const change = (at: number, field: string, from = '', to = '') => ({
  ...{ at: new Date(start + at), by: undefined, field, from, to },
});

const kindsOf = (memory: Memory, ...found: Ticket[]) => newsOf(memory, found).map(({ key, kinds }) => [key, ...kinds]);
const known = remember(emptyMemory, [ticket('A-1', 'To Do', 0), ticket('A-2', 'Done', -1)]);

describe('what is known of tickets', () => {
  it.each([
    ['moved', [ticket('A-1', 'Doing', 1)], [['A-1', 'moved']]],
    ['done', [ticket('A-1', 'Done', 1)], [['A-1', 'done']]],
    ['open again', [ticket('A-2', 'To Do', 1)], [['A-2', 'moved']]],
    ['blocked', [ticket('A-1', 'To Do', 1, { isBlocked: true })], [['A-1', 'blocked']]],
    ['moved and blocked', [ticket('A-1', 'Doing', 1, { isBlocked: true })], [['A-1', 'moved', 'blocked']]],
    ['only commented on', [ticket('A-1', 'To Do', 1)], []],
    ['what it was before', [ticket('A-1', 'Doing', -5)], []],
    ['new', [ticket('A-3', 'To Do', 1, { created: new Date(start + 1) })], [['A-3', 'new']]],
    ['assigned', [ticket('A-3', 'To Do', 1, { changes: [change(1, 'assignee')] })], [['A-3', 'joined']]],
    ['reopened', [ticket('A-3', 'To Do', 1, { changes: [change(1, 'status', 'Done', 'To Do')] })], [['A-3', 'moved']]],
    [
      'done elsewhere',
      [ticket('A-3', 'Done', 1, { changes: [change(1, 'status', 'Doing', 'Done')] })],
      [['A-3', 'done']],
    ],
    ['long done and commented on', [ticket('A-3', 'Done', 1)], []],
    ['moved long ago', [ticket('A-3', 'Done', 1, { changes: [change(-2 * overlap, 'status')] })], []],
  ])('tells of a ticket that is %s', (_, found, news) => {
    expect(kindsOf(known, ...found)).toEqual(news);
  });

  it('forgets what was done long ago, and nothing that is open', () => {
    const later = remember(known, [ticket('A-3', 'To Do', 2 * overlap)]);
    expect(Object.keys(later.tickets)).toEqual(['A-1', 'A-3']);
  });

  it('tells nothing twice, in whatever order tickets are seen', () => {
    const seen = fc.record({
      key: fc.constantFrom('A-1', 'A-2', 'A-3'),
      state: fc.constantFrom<keyof typeof states>('To Do', 'Doing', 'Done'),
      at: fc.integer({ min: -10, max: 10 }),
    });
    fc.assert(
      fc.property(fc.array(fc.array(seen)), (looks) => {
        let memory = known;
        for (const look of looks) {
          const found = [...new Map(look.map(({ key, state, at }) => [key, ticket(key, state, at)])).values()];
          memory = remember(memory, found);
          expect(newsOf(memory, found)).toEqual([]);
        }
      }),
    );
  });

  it('is read from what was kept, and from nothing else', () => {
    expect(readMemory(JSON.parse(JSON.stringify(known)))).toEqual(known);
    expect([{}, { seen: 1 }, { seen: 'x', tickets: {} }, { seen: 1, tickets: null }].map(readMemory)).toEqual(
      Array.from({ length: 4 }, () => undefined),
    );
  });
});
