import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { idleConnections } from '../idle.ts';
import { InvalidParameter } from './evaluate.ts';
import { render } from './render.ts';
import { Store } from './store.ts';

export interface GraphiteOptions {
  /** Milliseconds since 1970. */
  now?: () => number;
  /** @default any that is free */
  port?: number;
}

export interface FakeGraphite extends AsyncDisposable {
  /** Without a slash at its end. */
  url: string;
  store: Store;
  /** Answers this instead, as long as it is something. */
  fault?: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined;
  /** Method and path of what was asked, with their queries. */
  asked: string[];
}

interface Answer {
  status: number;
  type: string;
  body: string;
}

const page = (status: number, words: string): Answer => ({ status, type: 'text/html; charset=utf-8', body: words });
const json = (body: string, type = 'application/json'): Answer => ({ status: 200, type, body });

/** A Graphite on this machine with the metrics that it is given, which it lets anybody see. */
export async function startGraphite({ now = Date.now, port = 0 }: GraphiteOptions = {}): Promise<FakeGraphite> {
  const store = new Store(now);
  const server = createServer(idleConnections);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const graphite: FakeGraphite = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    store,
    asked: [],
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  server.on('request', (request, response) => {
    graphite.asked.push(`${request.method} ${request.url}`);
    if (graphite.fault?.(request, response) === true) return;
    void readBody(request).then((body) => {
      const { status, type, body: words } = answer(new URL(request.url ?? '/', graphite.url), body, store);
      response.writeHead(status, { 'content-type': type }).end(words);
    });
  });
  return graphite;
}

async function readBody(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return new URLSearchParams(Buffer.concat(chunks).toString());
}

function answer({ pathname, searchParams }: URL, body: URLSearchParams, store: Store): Answer {
  const asked = new URLSearchParams([...searchParams, ...body]);
  try {
    const path = pathname.replace(/(?<=.)\/$/, '');
    if (path === '/render') {
      return asked.get('format') === 'json' ? json(render(asked, store)) : page(500, '<h1>Server Error (500)</h1>');
    }
    if (path === '/metrics/find') return find(asked, store);
    return page(404, '<h1>Not Found</h1>');
  } catch (error) {
    if (error instanceof InvalidParameter) {
      const targets = error.isInTarget ? `; targets: "${asked.getAll('target').join(', ')}"` : '';
      return page(400, escaped(`Invalid parameters (${error.message})${targets}`));
    }
    // What it cannot parse, it did not expect.
    return page(500, '<h1>Server Error (500)</h1>');
  }
}

function find(asked: URLSearchParams, store: Store): Answer {
  const query = asked.get('query');
  if (query === null) throw new InvalidParameter("Missing required parameter 'query'");
  if (query === '') throw new InvalidParameter("Required parameter 'query' is empty");
  if (asked.get('format') !== 'json') return page(500, '<h1>Server Error (500)</h1>');
  const found = store.find(query).map(({ path, isLeaf }) => ({ path, is_leaf: isLeaf }));
  return json(JSON.stringify(found), 'application/json;charset=utf-8');
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
