import type * as v from 'valibot';
import type { JiraEdition } from '../../context/config-systems.ts';
import { OpsError } from '../../context/errors.ts';
import type { Clock } from '../../context/host.ts';
import type { Answer, Call, Client } from '../client/client.ts';
import { answersOf } from '../client/shape.ts';
import { readFault } from './fault.ts';
import { type BoardFields, createBoardFields } from './fields.ts';

/** One Jira, asked for JSON. */
export interface Jira {
  edition: JiraEdition;
  clock: Pick<Clock, 'now'>;
  /** A path below the API of its edition. Answers that are faults are thrown, but those that `call` takes. */
  ask(path: string, call?: Call): Promise<Answer>;
  /** Undefined where there is none (404). */
  find<Schema extends v.GenericSchema>(
    path: string,
    schema: Schema,
    call?: Call,
  ): Promise<v.InferOutput<Schema> | undefined>;
  /** The same of its boards. */
  findOnBoards<Schema extends v.GenericSchema>(
    path: string,
    schema: Schema,
    call?: Call,
  ): Promise<v.InferOutput<Schema> | undefined>;
  /** The fields that its boards have brought along. */
  boardFields(): Promise<BoardFields>;
  /** The page of a ticket. */
  link(key: string): string;
}

export interface JiraParts {
  client: Client;
  /** Where people see its pages, without a slash at its end. */
  site: string;
  edition: JiraEdition;
  clock: Pick<Clock, 'now'>;
}

export function createJira({ client, site, edition, clock }: JiraParts): Jira {
  const ask: Jira['ask'] = async (path, call) => letIn(await client(path, call), path);
  const find: Jira['find'] = async (path, schema, call) => {
    const answer = await ask(path, { ...call, takes: [...(call?.takes ?? []), 404] });
    if (answer.status === 404) return missing(answer, path);
    return read(schema, answer, path);
  };
  const api = `/rest/api/${edition === 'cloud' ? 3 : 2}`;
  const jira: Jira = {
    ...{ edition, clock },
    ask: (path, call) => ask(`${api}${path}`, call),
    find: (path, schema, call) => find(`${api}${path}`, schema, call),
    findOnBoards: (path, schema, call) => find(`/rest/agile/1.0${path}`, schema, call),
    boardFields: createBoardFields(() => jira),
    link: (key) => `${site}/browse/${encodeURIComponent(key)}`,
  };
  return jira;
}

/** To a token that has expired it may answer as to anybody, who sees nothing. */
function letIn(answer: Answer, path: string): Answer {
  const reason = answer.headers.get('x-seraph-loginreason') ?? '';
  if (!/AUTHENTICATED_FAILED|AUTHENTICATION_DENIED/.test(reason)) return answer;
  throw new OpsError('config', `Jira (${path}) does not let the token in, and answers as to a stranger`, {
    hint: 'it does not take the credentials under jira: has the token expired? ops config',
  });
}

/** Where something else answers at that address, nothing is told of what is missing. */
function missing({ text }: Answer, path: string): undefined {
  if (readFault(text) !== '') return;
  throw new OpsError('config', `Jira (${path}) answers 404, and not as Jira does`, {
    hint: 'is jira.url the address of a Jira, with the path that it stands at, and jira.edition right? ops config',
  });
}

export const read = answersOf('Jira', 'is jira.url the address of a Jira, and jira.edition right?');

/** What cannot be missing where a Jira answers. */
export function need<Found>(found: Found | undefined, what: string): Found {
  if (found !== undefined) return found;
  throw new OpsError('failed', `Jira knows of no ${what}`, { hint: 'is jira.edition right? ops config' });
}
