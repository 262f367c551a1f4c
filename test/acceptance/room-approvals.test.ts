import { it } from 'vitest';
import { messageText } from '../../src/sandbox/text/text.ts';
import { inRoom, inRoomOptions } from '../support/approved.ts';
import { labels, message, press } from '../support/buttons.ts';
import { recorded, saidInRoom, whispers } from '../support/listening.ts';
import { openRoom } from '../support/room.ts';

it('tries', async () => {
  const room = await openRoom(inRoom, inRoomOptions);
  await room.slack.say({ as: 'mary', channel: room.channel, text: 'ops deploy prod' });
  const asked = await message(room, (_, shown) => labels(shown).includes('Approve'));
  console.log(messageText(asked), labels(asked));
  await message(room, (text) => text.includes('asks for approval'));
  console.log(saidInRoom(room).map((one) => JSON.stringify(one.blocks)));
  await press(room, asked.ts, 'Approve', 'tom');
  const done = await message(room, (text) => text.includes('exit 0'));
  console.log(messageText(done), labels(done));
  console.log(whispers(room), await recorded(room.project), saidInRoom(room).length);
});
