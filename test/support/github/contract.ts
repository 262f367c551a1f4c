import { readFileSync } from 'node:fs';
import { OpenAPIBackend } from 'openapi-backend';
import type { Judge } from '../../../src/sandbox/github/github.ts';
import { findContract } from '../contracts.ts';

let opened: Promise<Judge | undefined> | undefined;

/** What GitHub says of itself; undefined where it is not at hand. */
export function openContract(): Promise<Judge | undefined> {
  opened ??= open();
  return opened;
}

async function open(): Promise<Judge | undefined> {
  const path = findContract('github.json');
  if (path === undefined) return undefined;
  const formats = Object.fromEntries(['date-time', 'uri', 'email', 'int64'].map((name) => [name, true as const]));
  const definition = JSON.parse(readFileSync(path, 'utf8'), withNull);
  const contract = new OpenAPIBackend({ definition, quick: true, ajvOpts: { strict: false, formats } });
  await contract.init();
  return ({ method, path: of, query, headers, body, status, answer }) => {
    const request = { method, path: of, query: { ...query }, headers: { ...headers }, body: body as object };
    const operation = contract.router.matchOperation(request);
    if (operation === undefined) return undefined;
    const name = `${method} ${of}`;
    const asked = contract.validator.validateRequest(request, operation).errors ?? [];
    const isKnown = Object.hasOwn(operation.responses ?? {}, `${status}`);
    if (!isKnown) return status < 400 ? [`${name} answers ${status}, which is unknown`] : [];
    const told = status < 300 ? (contract.validator.validateResponse(answer, operation, status).errors ?? []) : [];
    // A number in a path is read as a number and as a text, which fits twice.
    // Where a fork is gone, GitHub says null, in lists too.
    const wrong = [...asked, ...told].filter(
      ({ instancePath }) => !/^\/path\/workflow_id$|\/head\/repo$/.test(instancePath ?? ''),
    );
    return wrong.map(({ instancePath, message }) => `${name} (${status}) ${instancePath} ${message}`);
  };
}

/** What may be null may be so besides one of its words, and besides one of several kinds. */
function withNull(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('nullable' in value) || value.nullable !== true) return value;
  if ('enum' in value && Array.isArray(value.enum)) return { ...value, enum: [...value.enum, null] };
  if ('type' in value) return value;
  const { nullable, ...kinds } = value;
  return { anyOf: [{ type: 'null' }, kinds] };
}
