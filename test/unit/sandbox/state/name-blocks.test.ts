import { expect, it } from 'vitest';
import { nameBlocks } from '../../../../src/sandbox/state/name-blocks.ts';

const id = expect.stringMatching(/^[A-Z0-9]{5}$/u);

it('names every block and every control that has no id', () => {
  const button = { type: 'button' };
  const blocks = [
    { type: 'actions', elements: [button, { ...button, action_id: 'mine' }] },
    { type: 'section', accessory: button },
    { type: 'section', accessory: { type: 'image' } },
    { type: 'input', block_id: 'name', element: { type: 'plain_text_input' }, optional: true },
    { type: 'context_actions', elements: [{ type: 'icon_button' }] },
    { type: 'carousel', elements: [{ type: 'card', actions: [button] }] },
    { type: 'divider' },
  ];
  expect(nameBlocks(blocks)).toEqual([
    {
      type: 'actions',
      block_id: id,
      elements: [
        { ...button, action_id: id },
        { ...button, action_id: 'mine' },
      ],
    },
    { type: 'section', block_id: id, accessory: { ...button, action_id: id } },
    { type: 'section', block_id: id, accessory: { type: 'image' } },
    {
      type: 'input',
      block_id: 'name',
      element: { type: 'plain_text_input', action_id: id },
      optional: true,
      dispatch_action: false,
    },
    { type: 'context_actions', block_id: id, elements: [{ type: 'icon_button', action_id: id }] },
    {
      type: 'carousel',
      block_id: id,
      elements: [{ type: 'card', block_id: id, actions: [{ ...button, action_id: id }] }],
    },
    { type: 'divider', block_id: id },
  ]);
});
