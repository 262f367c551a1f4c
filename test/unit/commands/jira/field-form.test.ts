import { describe, expect, it } from 'vitest';
import { foundFields, withForm } from '../../../../commands/jira/field-form.ts';
import { OpsError, type TicketField } from '../../../../src/index.ts';

const field = (name: string, kind: TicketField['kind'], change: Partial<TicketField> = {}): TicketField => ({
  ...{ id: `id-${name}`, name, isRequired: true, hasDefault: false, kind, choices: undefined },
  ...change,
});
const ask = (fields: TicketField[], words: string[] = [], more: object = {}) =>
  foundFields({ subject: 'a Bug of PS', fields, argv: [], ...more }, words);

describe('the form of fields that a ticket lacks', () => {
  it.each<[TicketField, object]>([
    [field('Title', 'text'), { type: 'text', variadic: false, summary: 'A Bug of PS needs it' }],
    [field('Story', 'prose'), { type: 'prose' }],
    [field('Loss', 'number'), { type: 'number' }],
    [field('Due', 'date'), { type: 'date' }],
    [field('At', 'time'), { type: 'text', summary: 'A Bug of PS needs it: a time such as 2026-12-31T17:00Z' }],
    [field('Team', 'choice', { choices: ['a', 'b'] }), { choices: ['a', 'b'], variadic: false }],
    [field('Shops', 'choices', { choices: ['a', 'b'] }), { choices: ['a', 'b'], variadic: true }],
    [field('Tester', 'account'), { summary: 'A Bug of PS needs it: the name of a person' }],
    [field('Testers', 'accounts'), { variadic: true }],
    [field('Words', 'words'), { variadic: true }],
  ])('asks for each by its kind: %#', (one, asked) => {
    expect(ask([one])).toMatchObject([{ option: 'field', key: one.name, required: true, values: [], ...asked }]);
  });

  it('asks for what is needed or was typed, with what was typed as the system writes it', () => {
    const shops = field('Shops', 'choices', { choices: ['Bonn', 'Lima, old', 'Oslo'] });
    const free = field('Free', 'text', { isRequired: false });
    const fields = [
      shops,
      free,
      field('Own', 'text', { isRequired: false }),
      field('Usual', 'text', { hasDefault: true }),
    ];
    expect(ask(fields, ['shops=oslo,bonn', 'Shops=lima, OLD', 'id-Free= x=1 ', 'nonsense', 'None=1'])).toMatchObject([
      { key: 'Shops', values: ['Oslo', 'Bonn', 'Lima, old'] },
      { key: 'Free', required: false, values: ['x=1'], summary: 'A Bug of PS takes it' },
    ]);
  });

  it('leaves what is an option to the option, and what was given otherwise out', () => {
    const of = { typed: ['Loss=1'], options: { 'id-Assignee': 'assignee', 'id-Loss': 'loss' } };
    const fields = [field('Assignee', 'account'), field('Loss', 'number'), field('Team', 'text')];
    expect(ask(fields, ['Team=Till', 'Loss=1'], of)?.map(({ option, key }) => [option, key])).toEqual([
      ['assignee', undefined],
      ['field', 'Loss'],
    ]);
  });

  it.each([
    ['a name that is two fields’', field('Team', 'text', { id: 'other' })],
    ['a name with =', field('a=b', 'text', { id: 'other' })],
    ['a name that is too long', field('x'.repeat(201), 'text', { id: 'other' })],
  ])('calls a field by its id where it has %s', (_what, one) => {
    expect(ask([field('Team', 'text', { isRequired: false }), one])?.map(({ key }) => key)).toEqual(['other']);
  });

  it('is none where something is needed that no line can say', () => {
    expect(ask([field('Team', 'text'), field('Cascade', 'other')])).toBeUndefined();
    const error = new OpsError('usage', 'no', { hint: 'page' });
    expect(withForm(error, undefined).details).toBeUndefined();
    expect(withForm(error, [])).toMatchObject({ message: 'no', hint: 'page', details: { form: [] } });
  });
});
