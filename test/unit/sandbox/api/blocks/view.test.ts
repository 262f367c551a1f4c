import { describe, expect, it } from 'vitest';
import { checkView, readView } from '../../../../../src/sandbox/api/blocks/view.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const modal = { type: 'modal', title: plain('Deploy'), submit: plain('Go'), blocks: [] };
const home = { type: 'home', blocks: [{ type: 'divider' }] };
const input = { type: 'input', label: plain('Name'), element: { type: 'plain_text_input' } };
const all = 'failed to match all allowed schemas [json-pointer:/view]';

describe('views that Slack takes', () => {
  it.each([
    ['a modal', modal, 'modal'],
    ['a modal with inputs', { ...modal, blocks: [input] }, 'modal'],
    [
      'a modal with all its fields',
      {
        ...modal,
        close: plain('No'),
        clear_on_close: true,
        notify_on_close: true,
        private_metadata: 'x'.repeat(3000),
        callback_id: 'x'.repeat(255),
        external_id: '',
      },
      'modal',
    ],
    ['a modal of 100 blocks', { ...modal, blocks: Array.from({ length: 100 }, () => ({ type: 'divider' })) }, 'modal'],
    ['an App Home', home, 'home'],
    ['an App Home with inputs, though nothing submits them', { ...home, blocks: [input] }, 'home'],
  ] as const)('%s', (_, view, kind) => {
    expect(checkView(view, kind)).toEqual([]);
  });
});

describe('views that Slack refuses', () => {
  it.each([
    ['no object', 'x', ['must provide an object [json-pointer:/view]']],
    [
      'nothing in it',
      {},
      [
        all,
        'missing required field: type [json-pointer:/view]',
        'missing required field: blocks [json-pointer:/view]',
        'missing required field: title [json-pointer:/view]',
      ],
    ],
    [
      'a long title',
      { ...modal, title: plain('x'.repeat(25)) },
      [all, 'must be less than 25 characters [json-pointer:/view/title/text]'],
    ],
    [
      'a long button',
      { ...modal, submit: plain('x'.repeat(25)) },
      [all, 'must be less than 25 characters [json-pointer:/view/submit/text]'],
    ],
    [
      'a title in mrkdwn',
      { ...modal, title: { type: 'mrkdwn', text: 'x' } },
      [all, 'unsupported type: mrkdwn [json-pointer:/view/title/type]'],
    ],
    [
      'metadata of 3,001 characters',
      { ...modal, private_metadata: 'x'.repeat(3001) },
      [all, 'must be less than 3001 characters [json-pointer:/view/private_metadata]'],
    ],
    [
      'a callback_id of 256',
      { ...modal, callback_id: 'x'.repeat(256) },
      [all, 'must be less than 256 characters [json-pointer:/view/callback_id]'],
    ],
    [
      '101 blocks',
      { ...modal, blocks: Array.from({ length: 101 }, () => ({ type: 'divider' })) },
      [all, 'no more than 100 items allowed [json-pointer:/view/blocks]'],
    ],
    [
      'a block of its own',
      { ...modal, blocks: [{ type: 'poem' }] },
      [all, 'unsupported type: poem [json-pointer:/view/blocks/0/type]'],
    ],
    [
      'a field of its own',
      { ...modal, submit_disabled: true },
      [all, 'invalid additional property: submit_disabled [json-pointer:/view]'],
    ],
    [
      'inputs that nothing submits',
      { type: 'modal', title: plain('x'), blocks: [{ type: 'divider' }, input] },
      ['must define `submit` to use an `input` block in modals [json-pointer:/view/blocks/1/input]'],
    ],
  ])('%s', (_, view, complaints) => {
    expect(checkView(view, 'modal')).toEqual(complaints);
  });

  it('an App Home where a modal belongs', () => {
    expect(checkView(home, 'modal')).toContain('unsupported type: home [json-pointer:/view/type]');
    expect(checkView(modal, 'home')).toContain('invalid additional property: title [json-pointer:/view]');
  });
});

describe('readView', () => {
  it('takes what is null as absent', () => {
    expect(readView({ ...modal, close: null, callback_id: null }, 'modal')).toEqual(modal);
  });

  it('says under which name and where', () => {
    expect(() => readView({ ...modal, title: undefined }, 'modal')).toThrow(
      expect.objectContaining({
        error: 'invalid_arguments',
        extra: {
          response_metadata: {
            messages: [`[ERROR] ${all}`, '[ERROR] missing required field: title [json-pointer:/view]'],
          },
        },
      }),
    );
  });

  it('refuses more than 250 kB', () => {
    const text = { type: 'section', text: plain('x'.repeat(3000)) };
    const view = { ...modal, blocks: Array.from({ length: 90 }, () => text) };
    expect(() => readView(view, 'modal')).toThrow(expect.objectContaining({ error: 'view_too_large' }));
  });
});
