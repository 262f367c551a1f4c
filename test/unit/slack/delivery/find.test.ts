import { describe, expect, it } from 'vitest';
import { findMessage } from '../../../../src/slack/delivery/find.ts';

const place = { channel: 'C1', thread: undefined, asked: '1.1', run: 'abcd' };
const talk = { ts: '9.9', blocks: [] };
const foot = (text: string) => [{ type: 'context', elements: [{ type: 'plain_text', text }] }];
const live = (final: boolean) => ({ ts: '1.2', metadata: { event_payload: { run: 'abcd', final } }, blocks: [talk] });

/** A room whose messages come in pages. */
function room(...pages: object[][]) {
  const asked: Record<string, unknown>[] = [];
  const call = async (method: string, args: Record<string, unknown>): Promise<Record<string, unknown>> => {
    asked.push({ method, ...args });
    const page = Number(args['cursor'] ?? 0);
    const more = page + 1 < pages.length ? `${page + 1}` : '';
    return { messages: pages[page], response_metadata: { next_cursor: more } };
  };
  return { asked, find: (where: object = {}) => findMessage(call, { ...place, ...where }) };
}

describe('the message about a run', () => {
  it.each([
    ['by its metadata', [talk, live(false)], { ts: '1.2', isFinal: false, blocks: [talk] }],
    ['with its end', [live(true)], { ts: '1.2', isFinal: true, blocks: [talk] }],
    [
      'by its footer, where metadata may not be read',
      [{ ts: '1.2', bot_id: 'B1', blocks: foot('✓ ok · exit 0 · run abcd') }],
      { ts: '1.2', isFinal: true, blocks: foot('✓ ok · exit 0 · run abcd') },
    ],
    ['not in what a person wrote', [{ ts: '1.2', blocks: foot('run abcd') }], undefined],
    [
      'not in what only speaks of the run',
      [{ ts: '1.2', bot_id: 'B1', blocks: [{ type: 'rich_text', elements: ['run abcd'] }] }],
      undefined,
    ],
  ])('is found %s', async (_, messages, found) => {
    expect(await room(messages).find()).toEqual(found);
  });

  it('is found though hundreds were written since', async () => {
    const { find, asked } = room(...Array.from({ length: 5 }, () => [talk]), [live(false)], [talk]);
    expect(await find()).toMatchObject({ ts: '1.2' });
    expect(asked).toHaveLength(6);
    expect(asked[1]).toMatchObject({ method: 'conversations.history', oldest: '1.1', cursor: '1' });
  });

  it('is not looked for without end', async () => {
    const { find, asked } = room(...Array.from({ length: 100 }, () => [talk]));
    expect(await find({ thread: '1.0' })).toBeUndefined();
    expect(asked).toHaveLength(20);
    expect(asked[0]).toMatchObject({ method: 'conversations.replies', ts: '1.0' });
  });
});
