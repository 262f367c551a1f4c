import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { contractWords, findContract } from '../contracts.ts';
import type { Fields } from './fields.ts';

interface Property {
  $ref?: string;
  items?: Property;
}

interface Definition {
  properties?: Record<string, Property>;
  additionalProperties?: boolean;
}

const name = 'teamcity.json';
const path = findContract(name);
const contract: { definitions: Record<string, Definition> } | undefined =
  path === undefined ? undefined : JSON.parse(readFileSync(path, 'utf8'));
export const contractNote = contractWords(name);

const definitions = structuredClone(contract?.definitions ?? {});
// The description forbids nothing: what it does not name is what a fake would have made up.
for (const definition of Object.values(definitions)) definition.additionalProperties = false;

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
if (contract !== undefined) ajv.addSchema({ $id: 'teamcity', definitions });

/** What is wrong with a value of that kind; nothing where there is no contract. */
export function contractProblems(kind: string, value: unknown): string[] {
  if (contract === undefined) return [];
  const validate = ajv.getSchema(`teamcity#/definitions/${kind}`);
  if (validate === undefined) return [`the contract has no ${kind}`];
  if (validate(value) === true) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${kind}${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

/** Fields that are asked for of a kind that has none such. */
export function unknownFields(name: string, fields: Fields): string[] {
  if (contract === undefined) return [];
  return Object.entries(fields).flatMap(([key, { within }]) => {
    const property = definitions[name]?.properties?.[key];
    if (property === undefined) return [`${name} has no field ${key}`];
    const kind = (property.$ref ?? property.items?.$ref)?.split('/').at(-1);
    return within === undefined
      ? []
      : kind === undefined
        ? [`${key} of ${name} holds none`]
        : unknownFields(kind, within);
  });
}
