import { describe, expect, it } from 'vitest';
import type { Form, FormField } from '../../../../src/context/form.ts';
import { formValues } from '../../../../src/slack/form/values.ts';
import { formView } from '../../../../src/slack/form/view.ts';

const field = (change: Partial<FormField>): FormField => ({
  name: 'ref',
  kind: 'option',
  summary: 'Which commit',
  type: 'text',
  required: false,
  variadic: false,
  values: [],
  ...change,
});

const form = (fields: readonly FormField[], change: Partial<Form> = {}): Form => ({
  command: 'deploy',
  summary: 'Deploy an app',
  fields,
  secrets: [],
  globals: [],
  ...change,
});

const block = (change: Partial<FormField>): Record<string, unknown> =>
  (formView(form([field(change)]), '').blocks as Record<string, unknown>[])[1] ?? {};
const option = (value: string) => ({ text: { type: 'plain_text', text: value, emoji: false }, value });

describe('the modal of a command', () => {
  it('says what the command is, and what Run does', () => {
    expect(formView(form([], { description: 'It asks first.' }), 'kept')).toEqual({
      type: 'modal',
      callback_id: 'ops_form',
      title: { type: 'plain_text', text: 'ops deploy', emoji: false },
      submit: { type: 'plain_text', text: 'Run', emoji: false },
      close: { type: 'plain_text', text: 'Cancel', emoji: false },
      private_metadata: 'kept',
      blocks: [{ type: 'section', text: { type: 'plain_text', text: 'Deploy an app\nIt asks first.', emoji: false } }],
    });
  });

  it.each<[string, Partial<FormField>, Record<string, unknown>]>([
    ['text', { values: ['main'] }, { type: 'plain_text_input', initial_value: 'main' }],
    ['choices', { choices: ['a', 'b'], values: ['b'] }, { type: 'static_select', initial_option: option('b') }],
    ['a choice that is none', { choices: ['a', 'b'], values: ['c'] }, { type: 'static_select' }],
    [
      'several choices',
      { choices: ['a', 'b'], variadic: true, values: ['a'] },
      { type: 'multi_static_select', initial_options: [option('a')] },
    ],
    [
      'several words',
      { variadic: true, values: ['a', 'b'] },
      { type: 'plain_text_input', multiline: true, initial_value: 'a\nb' },
    ],
    [
      'a boolean',
      { type: 'boolean', values: ['true'] },
      { type: 'checkboxes', initial_options: [{ text: { text: 'Yes' }, value: 'true' }] },
    ],
    ['a date', { type: 'date', values: ['2026-01-31'] }, { type: 'datepicker', initial_date: '2026-01-31' }],
    ['text in several lines', { type: 'prose', values: ['a\n b'] }, { action_id: 'prose', initial_value: 'a\n b' }],
    ['a number', { type: 'number', values: ['1.5'] }, { type: 'number_input', initial_value: '1.5' }],
    ['what is no number', { type: 'number', values: ['much'] }, { type: 'number_input', is_decimal_allowed: true }],
    ['what is no date', { type: 'date', values: ['soon'] }, { type: 'datepicker' }],
    ['a day that is in no calendar', { type: 'date', values: ['2026-13-01'] }, { type: 'datepicker' }],
    ['a duration', { type: 'duration' }, { type: 'plain_text_input', placeholder: { text: '90s, 10m, 2h or 1d' } }],
    [
      'more choices than a select holds',
      { choices: Array.from({ length: 101 }, (_, at) => `job-${at}`) },
      { type: 'plain_text_input' },
    ],
    ['a choice longer than Slack takes', { choices: ['x'.repeat(76)] }, { type: 'plain_text_input' }],
  ])('asks for %s', (_what, change, element) => {
    const asked = block(change).element as Record<string, unknown>;
    expect(asked).toMatchObject(element);
    for (const key of ['initial_option', 'initial_date', 'initial_options', 'initial_value'] as const) {
      if (!(key in element)) expect(asked).not.toHaveProperty(key);
    }
  });

  it('tells what has to be filled in and what it means', () => {
    expect(block({ kind: 'argument', name: 'environment', required: true })).toMatchObject({
      block_id: 'environment',
      label: { text: 'environment' },
      hint: { text: 'Which commit' },
      optional: false,
    });
    expect(block({})).toMatchObject({ label: { text: '--ref' }, optional: true });
    expect(block({ name: 'field=Team', label: 'Team' })).toMatchObject({
      label: { text: 'Team' },
      block_id: 'field=Team',
    });
    expect(block({ choices: Array.from({ length: 101 }, (_, at) => `job-${at}`) })).toMatchObject({
      hint: { text: 'Which commit: one of job-0, job-1, job-2, job-3, job-4 … (101 in all)' },
    });
  });

  it.each<[string, Partial<FormField>, string]>([
    ['a choice that is none', { choices: ['a', 'b'], values: ['c'] }, 'Which commit; not "c", as typed'],
    [
      'some of several choices',
      { choices: ['a', 'b'], variadic: true, values: ['c', 'a', 'd'] },
      'Which commit; not "c" or "d", as typed',
    ],
    ['a day', { type: 'date', values: ['2026-02-31'] }, 'Which commit; not "2026-02-31", as typed'],
    ['what stands in its field', { type: 'integer', values: ['many'] }, 'Which commit'],
  ])('says what was typed of a field that cannot hold it: %s', (_what, change, text) => {
    expect(block(change)).toMatchObject({ hint: { text } });
  });

  it('has no field for a secret, and says where it can be given', () => {
    const { blocks } = formView(form([], { secrets: [{ name: 'token', required: true }] }), '');
    expect(JSON.stringify(blocks)).toContain(
      '--token cannot be filled in here: what is secret does not belong in Slack. In a terminal: ops deploy --token …',
    );
  });

  it('keeps within what Slack takes', () => {
    const fields = Array.from({ length: 120 }, (_, at) => field({ name: `o${at}`, summary: '😀'.repeat(3000) }));
    const view = formView(form(fields, { command: 'x'.repeat(60), description: 'y'.repeat(5000) }), '');
    expect((view.title as { text: string }).text).toHaveLength(24);
    expect((view.blocks as unknown[]).length).toBeLessThanOrEqual(100);
    expect(JSON.stringify(view)).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
  });
});

describe('what was filled in', () => {
  it.each<[string, unknown, string[]]>([
    ['text', { type: 'plain_text_input', value: ' v1.4.2 ' }, ['v1.4.2']],
    ['lines', { type: 'plain_text_input', value: 'a\n\n b\n' }, ['a', 'b']],
    ['nothing', { type: 'plain_text_input', value: null }, []],
    ['a choice', { type: 'static_select', selected_option: option('uat') }, ['uat']],
    ['no choice', { type: 'static_select', selected_option: null }, []],
    ['choices', { type: 'multi_static_select', selected_options: [option('a'), option('b')] }, ['a', 'b']],
    ['a tick', { type: 'checkboxes', selected_options: [option('true')] }, ['true']],
    ['no tick', { type: 'checkboxes', selected_options: [] }, []],
    ['a day', { type: 'datepicker', selected_date: '2026-01-31' }, ['2026-01-31']],
    ['no day', { type: 'datepicker', selected_date: null }, []],
    ['an element of another kind', { type: 'file_input', files: [] }, []],
    ['no element', undefined, []],
    ['a forged option', { type: 'static_select', selected_option: { value: { evil: 1 } } }, []],
  ])('is read as words: %s', (_what, element, words) => {
    expect(formValues({ values: { name: { value: element } } })).toEqual({ name: words });
  });

  it.each<[string, string[]]>([
    [' What happens:\n\n  - it broke\n', [' What happens:\n\n  - it broke\n']],
    [' \n ', []],
  ])('is %j as it is, where it is text in several lines', (value, words) => {
    const values = { text: { prose: { type: 'plain_text_input', value } } };
    expect(formValues({ values })).toEqual({ text: words });
  });

  it.each([undefined, null, 'text', {}, { values: null }, { values: 'x' }])(
    'is nothing where the state is %j',
    (state) => {
      expect(Object.values(formValues(state)).flat()).toEqual([]);
    },
  );
});
