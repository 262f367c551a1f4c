import { readFile } from 'node:fs/promises';
import { OpsError } from '../../index.ts';
import type { SandboxOptions } from '../sandbox.ts';
import { checkFields, type Fields } from '../state/fields.ts';
import { didYouMean } from '../state/nearest.ts';

type FileOptions = Omit<SandboxOptions, 'port' | 'host' | 'seed' | 'record' | 'state' | 'warn'>;

/** What each item of a list is. */
const lists: Readonly<Record<string, Fields>> = {
  people: { name: 'text', id: 'text?', realName: 'text?', email: 'text?', title: 'text?' },
  channels: { name: 'text', id: 'text?', private: 'flag?', bot: 'flag?', topic: 'string?', purpose: 'string?' },
  usergroups: { handle: 'text', name: 'text?', users: 'texts' },
  commands: { command: 'text', description: 'string?', usageHint: 'string?', shouldEscape: 'flag?' },
  shortcuts: { callbackId: 'text', name: 'text?', type: ['global', 'message'] },
};
/** Of these one needs no more than the name, and at least one is there. */
const named = ['people', 'channels'];

const single: Fields = {
  ...{ scopes: 'texts?', ackTimeout: 'positive?', interactionTimeout: 'positive?' },
  ...{ pingInterval: 'count?', warningPeriod: 'count?' },
  ...{ connectionLifetime: 'count?', leaveTcpOpen: 'flag?', smartPunctuation: 'flag?', time: 'count?' },
};

type Json = Record<string, unknown>;

/** The workspace that a file describes: the options of a sandbox that are data. */
export async function readWorkspaceFile(path: string): Promise<FileOptions> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'ENOENT' ? 'there is no such file' : error.message;
    throw new OpsError('config', `--workspace ${path} cannot be read: ${why}`, { cause: error });
  });
  try {
    return workspaceOf(parsed(text, path), path);
  } catch (error) {
    throw error instanceof OpsError ? error : new OpsError('config', (error as Error).message, { cause: error });
  }
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new OpsError('config', `${path} is not JSON: ${(error as Error).message}`, { cause: error });
  }
}

function workspaceOf(value: unknown, path: string): FileOptions {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new OpsError('config', `${path} holds an object, not ${JSON.stringify(value)}`);
  }
  const known = [...Object.keys(lists), 'limits', ...Object.keys(single)];
  const unknown = Object.keys(value).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const message = `${path}: there is no ${unknown}${didYouMean(unknown, known)}`;
    throw new OpsError('config', message, { hint: `known are ${known.join(', ')}` });
  }
  const { limits, ...given } = value as Json;
  const [listed, rest] = [true, false].map((wanted) =>
    Object.fromEntries(Object.entries(given).filter(([name]) => Object.hasOwn(lists, name) === wanted)),
  );
  checkFields(path, rest, single);
  checkLimits(limits, path);
  const read = Object.entries(listed ?? {}).map(([name, list]) => [name, listOf(list, name, path)]);
  return { ...(limits === undefined ? {} : { limits }), ...rest, ...Object.fromEntries(read) };
}

function listOf(value: unknown, name: string, path: string): Json[] {
  const isNamed = named.includes(name);
  if (!Array.isArray(value) || (isNamed && value.length === 0)) {
    const wanted = isNamed ? 'a list with at least one in it' : 'a list';
    throw new OpsError('config', `${path}: ${name} is ${wanted}, not ${JSON.stringify(value)}`);
  }
  return value.map((item, at) => {
    const options = isNamed && typeof item === 'string' ? { name: item } : item;
    checkFields(`${path}: ${name}[${at}]`, options, lists[name] ?? {});
    return options as Json;
  });
}

function checkLimits(limits: unknown, path: string): void {
  if (limits === undefined || typeof limits === 'boolean') return;
  const methods = Object.fromEntries(Object.keys(Object(limits)).map((method) => [method, 'count' as const]));
  checkFields(`${path}: limits, where it is not true or false,`, limits, methods);
}
