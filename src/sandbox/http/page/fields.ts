import { complaint } from '../../state/errors.ts';
import { isRecord } from '../../state/record.ts';

/** Takes a value for what it should be, or refuses it under the field's name. */
export type Check<Value> = (value: unknown, field: string) => Value;

export type Fields<Request> = { readonly [Field in keyof Request]-?: Check<Request[Field]> };

const wrong = (field: string, expected: string): Error =>
  complaint('invalid_arguments', [`${field} must be ${expected} [json-pointer:/${field}]`]);

export const text =
  (most: number, least = 0): Check<string> =>
  (value, field) => {
    if (typeof value === 'string' && value.length >= least && value.length <= most) return value;
    throw wrong(field, `text of ${least} to ${most} characters`);
  };

export const flag: Check<boolean> = (value, field) => {
  if (typeof value === 'boolean') return value;
  throw wrong(field, 'true or false');
};

export const record: Check<Record<string, unknown>> = (value, field) => {
  if (isRecord(value)) return value;
  throw wrong(field, 'an object');
};

export const recordOf =
  <Value>(check: Check<Value>): Check<Readonly<Record<string, Value>>> =>
  (value, field) =>
    Object.fromEntries(
      Object.entries(record(value, field)).map(([name, item]) => [name, check(item, `${field}/${name}`)]),
    );

export const listOf =
  <Value>(check: Check<Value>, most: number): Check<readonly Value[]> =>
  (value, field) => {
    if (!Array.isArray(value) || value.length > most) throw wrong(field, `a list of at most ${most}`);
    return value.map((item, at) => check(item, `${field}/${at}`));
  };

export const oneOf =
  <Value extends string>(...known: readonly Value[]): Check<Value> =>
  (value, field) => {
    const found = known.find((one) => one === value);
    if (found === undefined) throw wrong(field, `one of ${known.join(', ')}`);
    return found;
  };

export const optional =
  <Value>(check: Check<Value>): Check<Value | undefined> =>
  (value, field) =>
    value === undefined || value === null ? undefined : check(value, field);

/** The fields that a request has, each as it should be. Others are left out. */
export function readFields<Request extends object>(fields: Fields<Request>, body: Record<string, unknown>): Request {
  const checks = Object.entries(fields) as [string, Check<unknown>][];
  const values = checks.map(([field, check]) => [
    field,
    check(Object.hasOwn(body, field) ? body[field] : undefined, field),
  ]);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined)) as Request;
}

export const id = text(100, 1);
export const timestamp: Check<string> = (value, field) => {
  if (typeof value === 'string' && /^\d{1,12}\.\d{1,9}$/u.test(value)) return value;
  throw wrong(field, 'the timestamp of a message');
};
