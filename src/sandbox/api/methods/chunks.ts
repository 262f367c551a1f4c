import type { Chunk } from '../../state/chunks.ts';
import { SlackError } from '../../state/errors.ts';
import type { Json } from '../../state/model.ts';
import type { Addition } from '../../state/streams.ts';
import { type Args, optionalText, records } from '../args.ts';
import { readBlocks } from '../content.ts';

const longestText = 12_000;
const longestTitle = 256;
const statuses = new Set(['pending', 'in_progress', 'complete', 'error']);

function text(chunk: Json, name: string, most: number): string {
  const value = chunk[name];
  if (typeof value !== 'string' || value.length > most) throw new SlackError('invalid_chunks');
  return value;
}

const optional = (chunk: Json, name: string): Json =>
  chunk[name] === undefined || chunk[name] === null ? {} : { [name]: text(chunk, name, longestText) };

function sources({ sources: value }: Json): Json {
  if (value === undefined || value === null) return {};
  const isLink = (one: unknown): boolean => typeof one === 'object' && one !== null && 'url' in one;
  if (!Array.isArray(value) || !value.every(isLink)) throw new SlackError('invalid_chunks');
  return { sources: value };
}

function readTask(chunk: Json): Chunk {
  const [id, title] = [text(chunk, 'id', 255), text(chunk, 'title', longestTitle)];
  const status = text(chunk, 'status', 255);
  if (id === '' || !statuses.has(status)) throw new SlackError('invalid_chunks');
  const more = { ...optional(chunk, 'details'), ...optional(chunk, 'output'), ...sources(chunk) };
  return { type: 'task_update', id, title, status, ...more };
}

function readMarkdown(chunk: Json): Chunk {
  const { text: words } = chunk;
  if (typeof words !== 'string') throw new SlackError('invalid_chunks');
  if (words.length > longestText) throw new SlackError('msg_too_long');
  return { type: 'markdown_text', text: words };
}

function readChunk(chunk: Json): Chunk {
  switch (chunk['type']) {
    case 'markdown_text':
      return readMarkdown(chunk);
    case 'plan_update':
      return { type: 'plan_update', title: text(chunk, 'title', longestTitle) };
    case 'task_update':
      return readTask(chunk);
    case 'blocks':
      return { type: 'blocks', blocks: readBlocks({ blocks: chunk['blocks'] }) ?? [] };
    default:
      throw new SlackError('invalid_chunks');
  }
}

/** What a call to a streaming method brings: `markdown_text`, or chunks. */
export function readAddition(args: Args): Addition {
  const markdown = optionalText(args, 'markdown_text');
  const chunks = records(args, 'chunks', 'invalid_chunks')?.map(readChunk) ?? [];
  if (markdown && chunks.length > 0) throw new SlackError('invalid_arguments');
  if ((markdown?.length ?? 0) > longestText) throw new SlackError('msg_too_long');
  if (markdown) return { mode: 'text', chunks: [{ type: 'markdown_text', text: markdown }] };
  return chunks.length > 0 ? { mode: 'chunks', chunks } : { chunks };
}
