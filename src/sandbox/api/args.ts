import { isTooDeep } from '../state/depth.ts';
import { complaint, SlackError } from '../state/errors.ts';
import type { Json } from '../state/model.ts';
import { isRecord } from '../state/record.ts';

/** The arguments of a call: strings from a form, any JSON from a JSON body. */
export type Args = Readonly<Json>;

const own = (args: Args, name: string): unknown => (Object.hasOwn(args, name) ? args[name] : undefined);

export function optionalText(args: Args, name: string): string | undefined {
  const value = own(args, name);
  if (value === undefined || value === null) return undefined;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

export function requiredText(args: Args, name: string): string {
  const value = optionalText(args, name);
  if (value === undefined || value === '') throw complaint('invalid_arguments', [`missing required field: ${name}`]);
  return value;
}

export function flag(args: Args, name: string): boolean {
  return ['true', '1'].includes(optionalText(args, name) ?? '');
}

/** A number of things to list: at most `most`, and at least one. */
export function limit(args: Args, usual: number, most: number): number {
  const text = optionalText(args, 'limit');
  if (text === undefined || text === '') return usual;
  const count = Number(text);
  if (!Number.isInteger(count) || count < 0) throw new SlackError('invalid_limit');
  return count === 0 ? usual : Math.min(count, most);
}

/** An argument that is JSON, which a form carries as text. `undefined` when it is absent or empty. */
export function json(args: Args, name: string, error: string): unknown {
  const value = own(args, name);
  if (value === undefined || value === null || value === '') return undefined;
  const read = typeof value === 'string' ? parsed(value, error) : value;
  if (isTooDeep(read)) throw new SlackError(error);
  return read;
}

function parsed(text: string, error: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SlackError(error);
  }
}

/** An argument that is a JSON list of objects. */
export function records(args: Args, name: string, error: string): Json[] | undefined {
  const value = json(args, name, error);
  if (value === undefined) return undefined;
  if (!Array.isArray(value) || !value.every(isRecord)) throw new SlackError(error);
  return value as Json[];
}

/** `a,b` or a JSON list. */
export function list(args: Args, name: string): string[] {
  const value = own(args, name);
  const items = Array.isArray(value) ? value.map(String) : (optionalText(args, name) ?? '').split(',');
  return items.map((item) => item.trim()).filter((item) => item !== '');
}
