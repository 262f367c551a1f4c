import { describe, expect, it } from 'vitest';
import { readFields, requireFields } from '../../../../commands/jira/fields.ts';
import type { TicketField, Tickets } from '../../../../src/index.ts';

const field = (id: string, kind: TicketField['kind'], choices?: readonly string[]): TicketField => ({
  ...{ id, name: id.toUpperCase(), isRequired: true, hasDefault: false, kind, choices },
});

const fields = [
  field('text', 'text'),
  field('prose', 'prose'),
  field('number', 'number'),
  field('date', 'date'),
  field('time', 'time'),
  field('choice', 'choice', ['Shop', 'Till, old']),
  field('choices', 'choices', ['Shop', 'Till, old', 'Cart']),
  field('free', 'choice'),
  field('account', 'account'),
  field('accounts', 'accounts'),
  field('words', 'words'),
  field('other', 'other'),
];
const of = { subject: 'a Bug of PS', fields, argv: ['jira-create', 'x'] };
const people = { mary: { jira: ['5b'], slack: [] }, tom: { jira: ['6c'], slack: [] }, ana: { jira: [], slack: [] } };
const context = { config: { people }, origin: { type: 'terminal' } } as never;
const tickets = {
  system: 'Jira',
  accounts: async (search: string) => {
    const known = ['Zoe Smith', 'Zoe Jones', 'Max'].map((name) => ({ id: `id of ${name}`, name, isActive: true }));
    return known.filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()));
  },
} as unknown as Tickets;

const read = (...words: string[]) => readFields(words, of, tickets, context);

describe('fields of a ticket, as they are typed', () => {
  it.each([
    ['text=a=b', { text: 'a=b' }],
    ['TEXT= a ', { text: 'a' }],
    ['prose=ask @mary', { prose: { parts: ['ask ', { id: '5b', name: 'mary' }] } }],
    ['number=1.5', { number: 1.5 }],
    ['date=2026-02-28', { date: '2026-02-28' }],
    ['time=2026-02-28T10:00Z', { time: '2026-02-28T10:00:00.000Z' }],
    ['choice=till, OLD', { choice: 'Till, old' }],
    ['choices=cart,shop', { choices: ['Cart', 'Shop'] }],
    ['choices=Till, old', { choices: ['Till, old'] }],
    ['free=anything', { free: 'anything' }],
    ['account=@tom', { account: { parts: [{ id: '6c', name: 'tom' }] } }],
    ['account=Tom', { account: { parts: [{ id: '6c', name: 'tom' }] } }],
    ['account=max', { account: { parts: [{ id: 'id of Max', name: 'Max' }] } }],
    [
      'accounts=mary,zoe smith',
      { accounts: { parts: [{ id: '5b', name: 'mary' }, ', ', { id: 'id of Zoe Smith', name: 'Zoe Smith' }] } },
    ],
    ['words=a, b', { words: ['a', 'b'] }],
  ])('%s is told', async (word, values) => {
    expect(await read(word)).toEqual(values);
  });

  it.each([
    ['text', '"text" is not name=value'],
    ['=text', '"=text" is not name=value'],
    ['txt=1', 'a Bug of PS takes no field txt'],
    ['text=', 'TEXT is not to be empty, not ""'],
    ['number=one', 'NUMBER is a number, not "one"'],
    ['number=', 'NUMBER is a number, not ""'],
    ['date=2026-13-01', 'DATE is a date such as 2026-12-31, not "2026-13-01"'],
    ['time=soon', 'TIME is a time such as 2026-12-31T17:00Z, not "soon"'],
    ['choice=Cart', 'CHOICE is one of Shop, Till, old, not "Cart"'],
    ['choices=Shop,Crt', 'CHOICES is one of Shop, Till, old, Cart, not "Crt"'],
    ['account=zoe', 'Jira knows several people by "zoe"'],
    ['account=nobody', 'Jira knows nobody by "nobody"'],
    ['account=ana', 'ana has no account of Jira in the configuration'],
    ['other=x', 'OTHER cannot be given in a line'],
  ])('%s is refused', async (word, message) => {
    await expect(read(word)).rejects.toThrow(message);
  });

  it('of a list may be given one by one', async () => {
    expect(await read('words=a', 'words=b,c', 'choices=Shop', 'choices=cart')).toEqual({
      ...{ words: ['a', 'b', 'c'], choices: ['Shop', 'Cart'] },
    });
  });

  it('are said where they are missing, with what they take and the line to type', () => {
    const some = fields.filter(({ id }) => ['choice', 'date', 'words'].includes(id));
    const free = { ...field('free', 'text'), isRequired: false };
    const usual = { ...field('usual', 'text'), hasDefault: true };
    const wanted = { ...of, fields: [...some, free, usual] };
    expect(() => requireFields(wanted, { words: ['x'] })).toThrow(
      expect.objectContaining({
        message: 'a Bug of PS needs DATE (a date); CHOICE (Shop, Till, old)',
        hint: 'ops jira-create x --field DATE=2026-12-31 --field CHOICE=Shop',
      }),
    );
    expect(() => requireFields({ ...of, fields: [field('other', 'other')] }, {})).toThrow(
      expect.objectContaining({ hint: 'OTHER cannot be given in a line: fill it in on the page' }),
    );
  });
});
