import type { Parameter } from '../../context/builds.ts';

type Mapping = Readonly<Record<string, unknown>>;
const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The inputs of `workflow_dispatch`; undefined where the workflow is not started by hand.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#onworkflow_dispatch
 */
export function readInputs(file: unknown): Mapping | undefined {
  if (!isMapping(file)) return undefined;
  // YAML 1.1 takes the word for a yes.
  const on = file['on'] ?? file['true'];
  const event = 'workflow_dispatch';
  if (on === event || (Array.isArray(on) && on.includes(event))) return {};
  if (!isMapping(on) || !Object.hasOwn(on, event)) return undefined;
  const dispatch = on[event];
  return isMapping(dispatch) && isMapping(dispatch['inputs']) ? dispatch['inputs'] : {};
}

/** Whether any of them is an environment, whose names stand elsewhere. */
export const takesEnvironment = (inputs: Mapping): boolean =>
  Object.values(inputs).some((input) => typeOf(input) === 'environment');

export const readParameters = (inputs: Mapping, environments: readonly string[] | undefined): Parameter[] =>
  Object.entries(inputs).map(([name, input]) => readInput(name, input, environments));

const typeOf = (input: unknown): string => (isMapping(input) ? `${input['type'] ?? 'string'}` : 'string');

const kinds: Readonly<Record<string, Parameter['type']>> = {
  string: 'text',
  choice: 'choice',
  boolean: 'boolean',
  number: 'number',
  environment: 'choice',
};

function readInput(name: string, input: unknown, environments: readonly string[] | undefined): Parameter {
  const { description, required, options, default: usual } = isMapping(input) ? input : {};
  const isPlace = typeOf(input) === 'environment';
  const type = isPlace && environments === undefined ? 'text' : (kinds[typeOf(input)] ?? 'other');
  return {
    name,
    type,
    summary: description == null ? undefined : `${description}`,
    choices: isPlace ? environments : choicesOf(type, options),
    default: usual == null ? undefined : `${usual}`,
    // GitHub takes what the file has as its default, and false for a yes or no.
    isRequired: required === true && usual == null && type !== 'boolean',
  };
}

function choicesOf(type: Parameter['type'], options: unknown): string[] | undefined {
  if (type === 'boolean') return ['true', 'false'];
  return type === 'choice' && Array.isArray(options) ? options.map((option) => `${option}`) : undefined;
}
