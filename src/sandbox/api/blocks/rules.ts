import { isRecord } from '../../state/record.ts';

/** Looks at one value and says what is wrong with it, in the words that Slack uses. */
export type Check = (value: unknown, at: string, report: Report) => void;

export type Report = (complaint: string, at: string) => void;

export interface Field {
  check: Check;
  required?: true;
}

export const anything: Check = () => {};

export function string(limits: { max?: number; min?: number } = {}): Check {
  const { max = Number.POSITIVE_INFINITY, min = 1 } = limits;
  return (value, at, report) => {
    if (typeof value !== 'string') report('must provide a string', at);
    else if (value.length < min) report(`must be more than ${min - 1} characters`, at);
    else if (value.length > max) report(`must be less than ${max + 1} characters`, at);
  };
}

export const boolean: Check = (value, at, report) => {
  if (typeof value !== 'boolean') report('must provide a boolean', at);
};

export const number: Check = (value, at, report) => {
  if (typeof value !== 'number') report('must provide a number', at);
};

export function integer(from: number, to: number): Check {
  return (value, at, report) => {
    if (!Number.isInteger(value)) report('must provide an integer', at);
    else if ((value as number) < from || (value as number) > to) report(`must be from ${from} to ${to}`, at);
  };
}

export function oneOf(...allowed: readonly string[]): Check {
  return (value, at, report) => {
    if (typeof value !== 'string' || !allowed.includes(value)) report('must be a valid enum value', at);
  };
}

export function array(check: Check, limits: { max?: number; min?: number } = {}): Check {
  const { max = Number.POSITIVE_INFINITY, min = 0 } = limits;
  return (value, at, report) => {
    if (!Array.isArray(value)) return report('must provide an array', at);
    if (value.length > max) return report(`no more than ${max} items allowed`, at);
    if (value.length < min) return report(`no fewer than ${min} items allowed`, at);
    for (const [index, item] of value.entries()) check(item, `${at}/${index}`, report);
  };
}

/** A string of a fixed shape: a date, a time. */
export function matching(pattern: RegExp, complaint: string): Check {
  return (value, at, report) => {
    if (typeof value !== 'string') report('must provide a string', at);
    else if (!pattern.test(value)) report(complaint, at);
  };
}

/** Each of these has something to say about the same value. */
export const both =
  (...checks: readonly Check[]): Check =>
  (value, at, report) => {
    for (const check of checks) check(value, at, report);
  };

/** An object with these fields and no other. */
export function object(fields: Readonly<Record<string, Field>>): Check {
  return (value, at, report) => {
    if (!isRecord(value)) return report('must provide an object', at);
    for (const [name, { check, required }] of Object.entries(fields)) {
      if (Object.hasOwn(value, name)) check(value[name], `${at}/${name}`, report);
      else if (required) report(`missing required field: ${name}`, at);
    }
    for (const name of Object.keys(value)) {
      if (!Object.hasOwn(fields, name)) report(`invalid additional property: ${name}`, at);
    }
  };
}

/** An object whose `type` decides what else it must be. */
export function typed(kinds: Readonly<Record<string, Check>>): Check {
  return (value, at, report) => {
    if (!isRecord(value)) return report('must provide an object', at);
    const type = value['type'];
    if (type === undefined) return report('missing required field: type', at);
    if (typeof type !== 'string' || !Object.hasOwn(kinds, type))
      return report(`unsupported type: ${type}`, `${at}/type`);
    kinds[type]?.(value, at, report);
  };
}

export const required = (check: Check): Field => ({ check, required: true });
export const optional = (check: Check): Field => ({ check });
