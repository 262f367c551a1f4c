import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodedPath } from '../decoded-path.ts';
import { isPerson, showPeople } from '../for-people.ts';
import { idleConnections } from '../idle.ts';
import { Access, type User } from './access.ts';
import { Farm, type FarmOptions } from './farm.ts';
import { forPeople } from './for-people.ts';
import { type Answer, answer } from './routes.ts';

export interface JenkinsOptions extends FarmOptions {
  users?: readonly User[];
  /** @default any that is free */
  port?: number;
}

export interface FakeJenkins extends AsyncDisposable {
  /** Without a slash at its end. */
  url: string;
  farm: Farm;
  /** Answers this instead, as long as it is something. */
  fault?: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined;
  /** Method and path of what was asked, with their queries. */
  asked: string[];
}

export const usualUser: User = { name: 'ops', token: 'jenkins-token', password: 'jenkins-password' };

/** A Jenkins on this machine that keeps what it is told: jobs in folders, a queue, executors, logs that grow. */
export async function startJenkins({
  users = [usualUser],
  port = 0,
  ...options
}: JenkinsOptions = {}): Promise<FakeJenkins> {
  const farm = new Farm(options);
  const access = new Access(users);
  const server = createServer(idleConnections);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const jenkins: FakeJenkins = {
    url,
    farm,
    asked: [],
    [Symbol.asyncDispose]: async () => {
      farm.close();
      await close(server);
    },
  };
  server.on('request', (request, response) => {
    jenkins.asked.push(`${request.method} ${request.url}`);
    if (jenkins.fault?.(request, response) === true) return;
    if (isPerson(request)) {
      const { pathname } = new URL(request.url ?? '/', url);
      return showPeople(response, 'Jenkins', forPeople(decodedPath(pathname), farm));
    }
    void readBody(request).then((body) => send(response, answer({ request, body, farm, access, root: `${url}/` })));
  });
  return jenkins;
}

async function readBody(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return new URLSearchParams(Buffer.concat(chunks).toString());
}

function send(response: ServerResponse, { status, headers = {}, body = '' }: Answer): void {
  const type =
    typeof body === 'object' && !Buffer.isBuffer(body) ? 'application/json;charset=utf-8' : 'text/html;charset=utf-8';
  const content = typeof body === 'object' && !Buffer.isBuffer(body) ? JSON.stringify(body) : body;
  response.writeHead(status, { 'content-type': type, 'x-jenkins': '2.479', ...headers }).end(content);
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
