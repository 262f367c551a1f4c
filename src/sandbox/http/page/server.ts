import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { readRecord } from '../../api/body.ts';
import type { HistoryQuery, ThreadQuery, Threads, ThreadsQuery } from '../../page/protocol.ts';
import { SandboxError, SlackError } from '../../state/errors.ts';
import { largestFile } from '../../state/sizes.ts';
import { emojiTable } from '../../text/emoji.ts';
import { isSameOrigin } from '../same-origin.ts';
import { act } from './actions.ts';
import { answer, type PageReply, type PageWorld, type Question, refused } from './answer.ts';
import { createAssets, findPageFolder } from './assets.ts';
import { takeBody, tooLarge } from './body.ts';
import { createPageCookie, type PageCookie } from './cookie.ts';
import { type Fields, id, optional, readFields, text, timestamp } from './fields.ts';
import { historyOf, threadOf } from './history.ts';
import { createLive } from './live.ts';
import { messageForPage } from './messages.ts';
import { personWith, roomFor } from './people.ts';
import { isRequest } from './requests.ts';
import { isPagePath, readsOnly, serveAsset, servePage } from './static.ts';
import { threadsOf } from './threads.ts';
import { keepUpload } from './uploads.ts';

/** Bytes of the largest request that is not a file. */
const largestRequest = 1024 * 1024;

type Window = Omit<HistoryQuery, 'limit'>;
const windowFields: Fields<Window> = {
  ...{ as: id, channel: id, before: optional(timestamp), around: optional(timestamp), after: optional(timestamp) },
};
const threadFields: Fields<ThreadQuery> = { as: id, channel: id, thread: timestamp };
const threadsFields: Fields<ThreadsQuery> = { as: id };
const uploadFields: Fields<{ as: string; name: string }> = { as: id, name: text(255, 1) };

function limitOf(query: URLSearchParams): number {
  const limit = Number(query.get('limit') || 50);
  if (!Number.isInteger(limit) || limit < 1) throw new SlackError('invalid_limit');
  return Math.min(limit, 200);
}

function history({ workspace }: PageWorld, { url, origin }: Question): PageReply {
  const { as, channel, ...window } = readFields(windowFields, Object.fromEntries(url.searchParams));
  const person = personWith(workspace, as);
  const room = roomFor(workspace, person, channel);
  const { messages, ...ends } = historyOf(room, person.id, { ...window, limit: limitOf(url.searchParams) });
  return { status: 200, body: { messages: messages.map((message) => messageForPage(message, origin)), ...ends } };
}

function thread({ workspace }: PageWorld, { url, origin }: Question): PageReply {
  const wanted = readFields(threadFields, Object.fromEntries(url.searchParams));
  const person = personWith(workspace, wanted.as);
  const { messages } = threadOf(roomFor(workspace, person, wanted.channel), person.id, wanted.thread);
  return { status: 200, body: { messages: messages.map((message) => messageForPage(message, origin)) } };
}

function threads({ workspace }: PageWorld, { url, origin }: Question): PageReply {
  const { as } = readFields(threadsFields, Object.fromEntries(url.searchParams));
  const found = threadsOf(workspace.conversations.values(), personWith(workspace, as).id);
  const body: Threads = {
    threads: found.map(({ room, root }) => ({ channel: room.id, root: messageForPage(root, origin) })),
  };
  return { status: 200, body };
}

async function upload({ workspace }: PageWorld, { request, url }: Question): Promise<PageReply> {
  const { as, name } = readFields(uploadFields, Object.fromEntries(url.searchParams));
  const person = personWith(workspace, as);
  const data = await takeBody(request, largestFile);
  if (!data) return tooLarge(request, 'file_upload_size_restricted');
  if (data.length === 0) return refused(400, 'no_file_data');
  return { status: 200, body: keepUpload(workspace, person, name, data) };
}

async function perform(world: PageWorld, name: string, { request }: Question): Promise<PageReply> {
  if (!isRequest(name)) return refused(404, 'unknown_method');
  if (!/^application\/json\b/iu.test(request.headers['content-type'] ?? '')) return refused(415, 'invalid_post_type');
  const body = await takeBody(request, largestRequest);
  if (!body) return tooLarge(request, 'request_too_large');
  return { status: 200, body: await act(world, name, readRecord(body)) };
}

async function ask(world: PageWorld, question: Question): Promise<PageReply> {
  const name = question.url.pathname.slice('/page/'.length);
  if (question.request.method === 'POST')
    return name === 'upload' ? upload(world, question) : perform(world, name, question);
  if (name === 'history') return history(world, question);
  if (name === 'thread') return thread(world, question);
  if (name === 'threads') return threads(world, question);
  if (name === 'emoji') return { status: 200, body: await emojiTable() };
  return refused(404, 'unknown_method');
}

/** A refusal in the words of Slack's API. */
function refusalOf(error: unknown): PageReply {
  if (error instanceof SlackError) return { status: 400, body: { ...error.extra, error: error.error } };
  if (error instanceof SandboxError) return refused(400, error.code);
  throw error;
}

export interface PageServer {
  serves(path: string): boolean;
  serve(response: ServerResponse, question: Question): Promise<void>;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, url: URL, origin: string): void;
  readonly cookie: PageCookie;
  close(): void;
}

/** The page, and what it asks and is told. */
export function createPageServer(world: PageWorld, folder: string = findPageFolder(import.meta.dirname)): PageServer {
  const assets = createAssets(folder);
  const cookie = createPageCookie(() => world.workspace.origin);
  const live = createLive(world, cookie);
  const reply = async (question: Question): Promise<PageReply> => {
    const path = question.url.pathname;
    if (path === '/favicon.ico') return { status: 204, body: '' };
    if (isPagePath(path)) return readsOnly(question) ?? servePage(assets, cookie, question);
    if (path.startsWith('/page/assets/')) return readsOnly(question) ?? serveAsset(assets, question);
    if (!isSameOrigin(question.request.headers, question.origin)) return refused(403, 'another_origin');
    return ask(world, question).catch(refusalOf);
  };
  return {
    cookie,
    serves: (path) => path === '/favicon.ico' || path.startsWith('/page/') || isPagePath(path),
    serve: async (response, question) => answer(response, await reply(question)),
    upgrade(request, socket, head, url, origin) {
      const { people } = world.workspace;
      const as = url.searchParams.get('as');
      const person = people.find(({ id, name }) => id === as || name === as) ?? people[0];
      const isOurs = isSameOrigin(request.headers, origin);
      if (person && isOurs) live.upgrade(request, socket, head, person, origin);
      else
        socket.end(
          `HTTP/1.1 ${isOurs ? '404 Not Found' : '403 Forbidden'}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`,
        );
    },
    close: () => live.close(),
  };
}
