import { SlackError } from '../state/errors.ts';
import type { Json, Speaker } from '../state/model.ts';
import { type Content, typedContent } from '../state/posting.ts';
import { isRecord } from '../state/record.ts';
import type { Workspace } from '../state/workspace.ts';
import { storeText } from '../text/wire.ts';
import { type Args, json, optionalText, records } from './args.ts';
import { checkBlocks, markdownTooLong } from './blocks/check.ts';

const mostAttachments = 100;
const mostMarkdown = 12_000;
/** Bytes, as JSON. */
const largestMetadata = 16 * 1024;

function mustBeRight(errors: readonly string[], error: string): void {
  if (errors.length === 0) return;
  const messages = errors.map((one) => `[ERROR] ${one}`);
  throw new SlackError(error, { errors, response_metadata: { messages } });
}

/** Blocks that Slack would take; an empty list stands for none. */
export function readBlocks(args: Args): Json[] | undefined {
  const blocks = records(args, 'blocks', 'invalid_blocks_format');
  if (!blocks) return undefined;
  mustBeRight(checkBlocks(blocks), 'invalid_blocks');
  if (markdownTooLong(blocks)) throw new SlackError('msg_blocks_too_long');
  return blocks;
}

function readAttachments(args: Args): Json[] | undefined {
  const attachments = records(args, 'attachments', 'invalid_attachments');
  if ((attachments?.length ?? 0) > mostAttachments) throw new SlackError('too_many_attachments');
  const errors = (attachments ?? []).flatMap(({ blocks }, at) =>
    blocks === undefined ? [] : checkBlocks(blocks, 'message', `/attachments/${at}/blocks`),
  );
  mustBeRight(errors, 'invalid_attachments');
  return attachments?.map((attachment, at) => ({ ...attachment, id: at + 1 }));
}

/** What a program adds for itself and for others: `{ event_type, event_payload }`. */
export function readMetadata(args: Args, speaker: Speaker): Json | undefined {
  const metadata = json(args, 'metadata', 'invalid_metadata_format');
  if (metadata === undefined) return undefined;
  if (speaker.kind !== 'bot') throw new SlackError('metadata_must_be_sent_from_app');
  if (!isRecord(metadata)) throw new SlackError('invalid_metadata_format');
  if (typeof metadata['event_type'] !== 'string' || !isRecord(metadata['event_payload'])) {
    throw new SlackError('invalid_metadata_schema');
  }
  if (metadata['event_type'] === '') throw new SlackError('invalid_metadata_schema');
  if (Buffer.byteLength(JSON.stringify(metadata)) > largestMetadata) throw new SlackError('metadata_too_large');
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
  const metadata = readMetadata(args, speaker);
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
