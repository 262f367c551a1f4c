import type { RunRecord } from '../context/journal.ts';
import { describeInterrupted } from '../run/record.ts';
import type { Delivery } from './deliver.ts';

/** Tells the room of a run that was killed, so that nobody waits for it. */
export async function tellInterrupted(delivery: Delivery, run: RunRecord): Promise<void> {
  if (run.origin.type !== 'room') return;
  const { channel, thread } = run.origin;
  const words = `✗ ${describeInterrupted(run)}`;
  const elements = [{ type: 'rich_text_section', elements: [{ type: 'text', text: words }] }];
  const text = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  await delivery.post({ channel, thread, run: run.id, text, blocks: [{ type: 'rich_text', elements }] });
}
