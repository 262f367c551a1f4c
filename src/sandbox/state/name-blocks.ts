import { shortId } from './ids.ts';
import type { Json } from './model.ts';

/** Where the ids come from. */
type NewId = () => string;

const texts = new Set(['image', 'mrkdwn', 'plain_text']);

function nameElement(element: unknown, newId: NewId): unknown {
  const { type, action_id: id } = element as Json;
  return id !== undefined || texts.has(String(type)) ? element : { ...(element as Json), action_id: newId() };
}

/** The block's controls, each with an id. */
function controls(block: Json, newId: NewId): Json {
  const named = (elements: unknown): unknown =>
    Array.isArray(elements) ? elements.map((element) => nameElement(element, newId)) : elements;
  const nested = (blocks: unknown): unknown => (Array.isArray(blocks) ? nameBlocks(blocks as Json[], newId) : blocks);
  switch (block['type']) {
    case 'actions':
    case 'context_actions':
      return { elements: named(block['elements']) };
    case 'section':
      return block['accessory'] ? { accessory: nameElement(block['accessory'], newId) } : {};
    case 'input':
      return { optional: false, dispatch_action: false, ...block, element: nameElement(block['element'], newId) };
    case 'card':
      return block['actions'] ? { actions: named(block['actions']) } : {};
    case 'carousel':
      return { elements: nested(block['elements']) };
    case 'container':
      return { child_blocks: nested(block['child_blocks']) };
    default:
      return {};
  }
}

/** Gives every block and every control the id that Slack gives it when the program did not. */
export function nameBlocks(blocks: readonly Json[], newId: NewId = shortId): Json[] {
  return blocks.map((block) => ({ ...block, ...controls(block, newId), block_id: block['block_id'] ?? newId() }));
}
