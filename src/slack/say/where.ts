import { OpsError } from '../../context/errors.ts';
import { SlackCallError } from '../connection/call-error.ts';
import type { Call } from '../connection/client.ts';

/** A room as a person names it: by id or by name, with a thread where they name a message. */
export interface Where {
  id?: string;
  name?: string;
  thread?: string;
}

const reference = /^<#([CGD][A-Z0-9]+)(?:\|[^>]*)?>$/;
const id = /^[CGD][A-Z0-9]{6,}$/;
const named = /^#?([\p{L}\p{N}_-]{1,80})$/u;
const archived = /^\/archives\/([CGD][A-Z0-9]+)(?:\/p(\d{10,})(\d{6}))?\/?$/;
const timestamp = /^\d{9,12}\.\d{6}$/;

/** `#builds`, `builds`, `C0123456`, `<#C0123456>`, or the link to a room or to a message of it. */
export function readWhere(word: string): Where {
  const [, referred] = reference.exec(word) ?? [];
  if (referred !== undefined) return { id: referred };
  if (id.test(word)) return { id: word };
  const linked = readLink(word);
  if (linked !== undefined) return linked;
  const [, name] = named.exec(word) ?? [];
  if (name !== undefined) return { name: name.toLowerCase() };
  throw new OpsError('usage', `"${word}" names no room`, {
    hint: "quote it: '#builds'; or give its id, or the link to it or to a message",
  });
}

/** The thread of a message: its `ts`, or the link to it. */
export function readThread(word: string, where: Where): string {
  if (timestamp.test(word)) return word;
  const linked = readLink(word);
  if (linked?.thread !== undefined && (where.id === undefined || where.id === linked.id)) return linked.thread;
  throw new OpsError('usage', `--thread takes the link to a message of the room, or its ts, not "${word}"`, {
    hint: 'copy the link of the message in Slack',
  });
}

function readLink(word: string): Where | undefined {
  const url = URL.parse(word);
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
  const [, channel, seconds, fraction] = archived.exec(url.pathname) ?? [];
  if (channel === undefined) return undefined;
  const thread = url.searchParams.get('thread_ts') ?? (seconds === undefined ? undefined : `${seconds}.${fraction}`);
  return thread !== undefined && timestamp.test(thread) ? { id: channel, thread } : { id: channel };
}

export function showWhere({ id, name }: Where): string {
  return name === undefined ? (id ?? '') : `#${name}`;
}

const mostPages = 20;

/**
 * The id of a room: by it a message is found again whose answer was lost. Where the app may not list rooms, or is in no
 * room of that name, the name itself: Slack takes it, or says what is wrong.
 */
export async function findRoom(call: Call, { id, name = '' }: Where): Promise<string> {
  if (id !== undefined) return id;
  for (const types of ['public_channel', 'private_channel']) {
    const found = await listed(call, types, name).catch((error: unknown) => {
      if (error instanceof SlackCallError && error.refusal === 'missing_scope') return undefined;
      throw error;
    });
    if (found !== undefined) return found;
  }
  return `#${name}`;
}

interface Listed {
  channels?: { id: string; name: string }[];
  response_metadata?: { next_cursor?: string };
}

async function listed(call: Call, types: string, name: string): Promise<string | undefined> {
  let cursor = '';
  for (let page = 0; page < mostPages; page++) {
    const from = cursor === '' ? {} : { cursor };
    const args = { types, exclude_archived: true, limit: 1000, ...from };
    const { channels = [], response_metadata } = (await call('conversations.list', args)) as Listed;
    const found = channels.find((channel) => channel.name === name);
    if (found !== undefined) return found.id;
    cursor = response_metadata?.next_cursor ?? '';
    if (cursor === '') return undefined;
  }
  return undefined;
}
