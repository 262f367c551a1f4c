import { shortId } from '../../state/ids.ts';
import type { Json } from '../../state/model.ts';

const texts = new Set(['image', 'mrkdwn', 'plain_text']);

function nameElement(element: unknown): unknown {
  const { type, action_id: id } = element as Json;
  return id !== undefined || texts.has(String(type)) ? element : { ...(element as Json), action_id: shortId() };
}

/** Gives every block and every control the id that Slack gives it when the program did not. */
export function nameBlocks(blocks: readonly Json[]): Json[] {
  return blocks.map((block) => {
    const named: Json = { ...block, block_id: block['block_id'] ?? shortId() };
    const holdsControls = block['type'] === 'actions' && Array.isArray(block['elements']);
    if (holdsControls) named['elements'] = (block['elements'] as unknown[]).map(nameElement);
    if (block['type'] === 'section' && block['accessory']) named['accessory'] = nameElement(block['accessory']);
    return named;
  });
}
