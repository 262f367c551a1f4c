import { isTooDeep } from '../state/depth.ts';
import { SlackError } from '../state/errors.ts';
import { isRecord } from '../state/record.ts';
import type { Args } from './args.ts';
import { boundaryOf, readMultipart } from './multipart.ts';

/** What is read and thrown away of a body that is too large, so that its sender gets to the answer. */
const mostIgnored = 256 * 1024 * 1024;

/** The whole body, or undefined when it is larger than that: then it was not kept. */
export async function readBody(body: AsyncIterable<Buffer>, most: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size <= most) chunks.push(chunk);
    else chunks.length = 0;
    if (size > most + mostIgnored) break;
  }
  return size > most ? undefined : Buffer.concat(chunks);
}

/** How a request carries its arguments. A token in a JSON body does not count, as with Slack. */
export interface Arguments {
  args: Args;
  /** From the query or a form. */
  token?: string;
}

const withToken = ({ token, ...args }: Record<string, unknown>): Arguments =>
  typeof token === 'string' && token !== '' ? { args, token } : { args };

/** The object that a body is. */
export function readRecord(body: Buffer): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    throw new SlackError('invalid_json');
  }
  if (!isRecord(value)) throw new SlackError('json_not_object');
  if (isTooDeep(value)) throw new SlackError('invalid_json');
  return value;
}

function readForm(body: Buffer, contentType: string): Args {
  const boundary = boundaryOf(contentType);
  const parts = boundary === undefined ? undefined : readMultipart(body, boundary);
  if (!parts) throw new SlackError('invalid_form_data');
  return Object.fromEntries(parts.map(({ name, data }) => [name, data.toString('utf8')]));
}

/** The arguments of a call, from its query and its body. */
export function readArguments(query: URLSearchParams, body: Buffer, contentType: string): Arguments {
  const asked = Object.fromEntries(query);
  const kind = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (kind === 'application/json') {
    const { token: _, ...args } = body.length === 0 ? {} : readRecord(body);
    const { token } = withToken(asked);
    return { args: { ...withToken(asked).args, ...args }, ...(token === undefined ? {} : { token }) };
  }
  if (kind === 'multipart/form-data') return withToken({ ...asked, ...readForm(body, contentType) });
  if (kind === 'application/x-www-form-urlencoded') {
    return withToken({ ...asked, ...Object.fromEntries(new URLSearchParams(body.toString('utf8'))) });
  }
  if (body.length > 0) throw new SlackError(kind === '' ? 'missing_post_type' : 'invalid_post_type');
  return withToken(asked);
}
