import { readFileSync } from 'node:fs';
import { OpenAPIBackend } from 'openapi-backend';
import type { Exchange } from '../../../src/sandbox/jira/jira.ts';
import { findContract } from '../contracts.ts';

/** Says what is wrong with an exchange; nothing where no contract knows such a call. */
export type Judge = (exchange: Exchange) => string[];

let opened: Promise<Judge> | undefined;

/** What Jira Cloud says of itself, as far as that is at hand. */
export function openContract(): Promise<Judge> {
  opened ??= open();
  return opened;
}

async function open(): Promise<Judge> {
  const judges = await Promise.all(['jira-v3.json', 'jira-agile.json'].map(openOne));
  return (exchange) => judges.flatMap((judge) => judge?.(exchange) ?? []);
}

/** Words that are described as mappings, and an account that may be null: nobody, as the text beside it says. */
const misdescribed = ['/query/state', '/query/type', '/requestBody/accountId'];

async function openOne(name: string): Promise<Judge | undefined> {
  const path = findContract(name);
  if (path === undefined) return undefined;
  const definition = JSON.parse(readFileSync(path, 'utf8'));
  const formats = Object.fromEntries(
    ['date-time', 'date', 'uri', 'uuid', 'int64', 'int32'].map((one) => [one, true as const]),
  );
  const contract = new OpenAPIBackend({
    definition,
    quick: true,
    ajvOpts: { strict: false, formats, ownProperties: true },
  });
  await contract.init();
  return ({ method, path: of, query, body, answer: { status, body: answer } }) => {
    const given = Object.fromEntries(
      [...query].map(([key, value]) => [key, key === 'fields' ? value.split(',') : value]),
    );
    const request = { method, path: of, query: given, headers: { 'content-type': 'application/json' }, body };
    const operation = contract.router.matchOperation(request);
    if (operation === undefined) return [];
    const called = `${method} ${of}`;
    const asked = contract.validator.validateRequest(request, operation).errors ?? [];
    if (!Object.hasOwn(operation.responses ?? {}, `${status}`))
      return [`${called} answers ${status}, which is unknown`];
    const hasBody = status === 200 || status === 201;
    const told = hasBody ? (contract.validator.validateResponse(answer, operation, status).errors ?? []) : [];
    const wrong = [...asked, ...told].filter(({ instancePath }) => !misdescribed.includes(instancePath));
    return wrong.map(({ instancePath, message }) => `${called} (${status}) ${instancePath} ${message}`);
  };
}
