import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TicketQuery } from '../../../../src/context/tickets.ts';
import { parseJql } from '../../../../src/sandbox/jira/jql.ts';
import { jqlOf } from '../../../../src/services/jira/jql.ts';

const now = new Date('2026-11-21T10:00:00Z');
const most = 10;

describe('a query in the language of Jira', () => {
  it.each<[string, TicketQuery, string]>([
    [
      'mine in the open sprint',
      { assignees: ['5b10', 'mary'], sprint: 'open', order: 'rank', most },
      'assignee in ("5b10", "mary") AND sprint in openSprints() ORDER BY rank ASC',
    ],
    [
      'a sprint by its number',
      { sprint: [4, 5], projects: ['PS'], order: 'rank', most },
      'project in ("PS") AND sprint in ("4", "5") ORDER BY rank ASC',
    ],
    [
      'what changed',
      { updatedSince: new Date('2026-11-21T08:59:30Z'), order: 'updated', most },
      'updated >= "-61m" ORDER BY updated DESC',
    ],
    [
      'what is new, as it is',
      { createdSince: now, keys: ['PS-1'], states: ['To Do'], categories: ['started', 'done'], order: 'created', most },
      'key in ("PS-1") AND status in ("To Do") AND statusCategory in ("In Progress", "Done") AND created >= "-1m" ORDER BY created DESC',
    ],
  ])('asks for %s', (_, query, jql) => {
    expect(jqlOf(query, now)).toBe(jql);
  });

  it('keeps what people typed within its quotes, whatever it is', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom('"', "'", '\\', '\n', '\t', ')', '(', ' OR ', ' AND ', 'x', 'ORDER BY ') }),
    );
    fc.assert(
      fc.property(nasty, nasty, (one, other) => {
        const jql = jqlOf({ states: [one], projects: [other], order: 'rank', most }, now);
        const term = (field: string, text: string) => ({ kind: 'term', field, operator: 'in', values: [{ text }] });
        const read = parseJql(jql);
        expect(read.order).toEqual([{ field: 'rank', isDown: false }]);
        // What no key on a keyboard makes is a space.
        // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what they are
        const clean = (text: string) => text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, ' ');
        expect(read.where).toEqual({
          kind: 'and',
          clauses: [term('project', clean(other)), term('status', clean(one))],
        });
      }),
    );
  });
});
