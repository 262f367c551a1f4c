import { SlackError } from '../state/errors.ts';
import type { Json, Speaker } from '../state/model.ts';
import { type Content, typedContent } from '../state/posting.ts';
import type { Workspace } from '../state/workspace.ts';
import { storeText } from '../text/wire.ts';
import { type Args, json, optionalText, records } from './args.ts';
import { checkBlocks, markdownTooLong } from './blocks/check.ts';
import { isRecord } from './blocks/rules.ts';

const mostAttachments = 100;
const mostMarkdown = 12_000;

/** Blocks that Slack would take; an empty list stands for none. */
export function readBlocks(args: Args): Json[] | undefined {
  const blocks = records(args, 'blocks', 'invalid_blocks_format');
  if (!blocks) return undefined;
  const errors = checkBlocks(blocks);
  if (errors.length > 0) {
    const messages = errors.map((error) => `[ERROR] ${error}`);
    throw new SlackError('invalid_blocks', { errors, response_metadata: { messages } });
  }
  if (markdownTooLong(blocks)) throw new SlackError('msg_blocks_too_long');
  return blocks;
}

function readAttachments(args: Args): Json[] | undefined {
  const attachments = records(args, 'attachments', 'invalid_attachments');
  if ((attachments?.length ?? 0) > mostAttachments) throw new SlackError('too_many_attachments');
  return attachments?.map((attachment, at) => ({ id: at + 1, ...attachment }));
}

export function readMetadata(args: Args): Json | undefined {
  const metadata = json(args, 'metadata', 'invalid_metadata_format');
  if (metadata === undefined) return undefined;
  if (!isRecord(metadata) || typeof metadata['event_type'] !== 'string' || !isRecord(metadata['event_payload'])) {
    throw new SlackError('invalid_metadata_schema');
  }
  return metadata;
}

/** `markdown_text` is a message of one markdown block. */
function readMarkdown(args: Args): Json[] | undefined {
  const text = optionalText(args, 'markdown_text');
  if (text === undefined) return undefined;
  if (optionalText(args, 'text') || optionalText(args, 'blocks')) throw new SlackError('markdown_text_conflict');
  if (text.trim() === '') throw new SlackError('no_text');
  if (text.length > mostMarkdown) throw new SlackError('msg_too_long');
  return [{ type: 'markdown', text }];
}

/** What a call wants a message to say. A person's text goes through the composer. */
export function readContent(workspace: Workspace, args: Args, speaker: Speaker, text: string | undefined): Content {
  const markdown = readMarkdown(args);
  const blocks = markdown ?? readBlocks(args);
  const attachments = readAttachments(args);
  const metadata = readMetadata(args);
  const hasMore = Boolean(blocks?.length || attachments?.length);
  const written = text ?? (markdown ? String(markdown[0]?.['text']) : '');
  if (written.trim() === '' && !hasMore) throw new SlackError('no_text');
  const extra = {
    ...(attachments?.length ? { attachments } : {}),
    ...(metadata ? { metadata } : {}),
  };
  if (speaker.kind === 'person' && !hasMore)
    return { ...typedContent(workspace, written, { escaped: true }), ...extra };
  const stored = storeText(written, optionalText(args, 'parse') !== 'none');
  return { text: stored, ...(blocks?.length ? { blocks } : {}), ...extra };
}
