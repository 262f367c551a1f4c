import { expect, it } from 'vitest';
import { OpsError } from '../../../../src/context/errors.ts';
import { roomReference } from '../../../../src/slack/answer/room-reference.ts';
import { literal, whisperRefusal } from '../../../../src/slack/answer/whisper.ts';
import type { Content, Delivery } from '../../../../src/slack/delivery/deliver.ts';

const words = (text: string) => ({ type: 'text', text });
const channel = (channel_id: string) => ({ type: 'channel', channel_id });

/** What somebody is told, and as what. */
async function told(message: string, hint?: string): Promise<[string, unknown]> {
  const said: Content[] = [];
  const delivery = { whisper: async (...[, , , content]: Parameters<Delivery['whisper']>) => void said.push(content) };
  const error = new OpsError('denied', message, hint === undefined ? {} : { hint });
  await whisperRefusal(delivery as never, { channel: 'C1', thread: undefined, user: 'U1' }, error);
  const [block] = (said[0]?.blocks ?? []) as { elements: { elements: unknown }[] }[];
  return [said[0]?.text ?? '', block?.elements[0]?.elements];
}

it('a hint that names rooms has Slack show their names', async () => {
  expect(await told('no', `type it in ${roomReference('C2')} or in ${roomReference('C3')}`)).toEqual([
    '✗ no\n→ type it in <#C2> or in <#C3>',
    [words('✗ no\n→ type it in '), channel('C2'), words(' or in '), channel('C3')],
  ]);
});

it.each([
  ['a room', '<#C2>', '&lt;#C2&gt;'],
  ['a person', '<@U2>', '&lt;@U2&gt;'],
  ['everybody', '<!channel> & all', '&lt;!channel&gt; &amp; all'],
])('what is typed like a reference to %s is none', async (_, typed, shown) => {
  expect(await told(typed)).toEqual([`✗ ${shown}`, [words(`✗ ${typed}`)]]);
});

it('words of others name no room, whatever they hold', () => {
  const [block] = literal(roomReference('C2')).blocks as { elements: { elements: unknown }[] }[];
  expect(block?.elements[0]?.elements).toEqual([words(roomReference('C2'))]);
});
