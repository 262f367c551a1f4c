import { bodyFault } from './body.ts';
import type { Choice, FieldDefinition } from './shapes.ts';
import type { Site } from './site.ts';

export type Settled = { values: Record<string, unknown> } | { errors: Record<string, string> };

/** What was given for fields, as it is kept; or what is wrong with which, in Jira's words. */
export function settle(given: Record<string, unknown>, known: readonly FieldDefinition[], site: Site): Settled {
  const values: Record<string, unknown> = {};
  const errors: Record<string, string> = {};
  for (const id of Object.keys(given)) {
    if (known.every((one) => one.id !== id))
      errors[id] = `Field '${id}' cannot be set. It is not on the appropriate screen, or unknown.`;
  }
  for (const field of known) {
    const value = given[field.id];
    if (value === undefined || value === null || value === '') {
      if (field.isRequired === true && field.hasDefault !== true) errors[field.id] = `${field.name} is required.`;
      continue;
    }
    const settled = settleOne(value, field, site);
    if (typeof settled === 'string') errors[field.id] = settled;
    else values[field.id] = settled.value;
  }
  return Object.keys(errors).length > 0 ? { errors } : { values };
}

/** A text says what is wrong. */
function settleOne(
  value: unknown,
  { id, name, schema, choices }: FieldDefinition,
  site: Site,
): string | { value: unknown } {
  if (choices !== undefined) {
    const several = schema.type === 'array';
    if (several !== Array.isArray(value)) return several ? 'data was not an array' : `data was an array`;
    const found = (Array.isArray(value) ? value : [value]).map((one) => chosen(one, choices));
    if (found.includes(undefined)) return `Specify a valid '${several ? 'id' : 'value'}' for ${name}`;
    return { value: several ? found : found[0] };
  }
  if (id === 'description' || schema.custom?.endsWith(':textarea') === true) {
    const wrong = bodyFault(value, site.edition);
    return wrong ?? { value };
  }
  if (schema.type === 'number') return typeof value === 'number' ? { value } : `${name} must be a number`;
  if (schema.type === 'date') return /^\d{4}-\d\d-\d\d$/.test(`${value}`) ? { value } : 'Error parsing date string';
  if (schema.type === 'string') return typeof value === 'string' ? { value } : 'Operation value must be a string';
  return { value };
}

function chosen(value: unknown, choices: readonly Choice[]): object | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { id, name, value: shown } = value as Record<string, unknown>;
  const found = choices.find((one) => one.id === id || one.name === name || one.name === shown);
  return found && { id: found.id, name: found.name, value: found.name };
}
