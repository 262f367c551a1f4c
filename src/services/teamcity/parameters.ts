import type { Parameter } from '../../context/builds.ts';
import type { PropertyShape } from './shapes.ts';

/** `select data_1='uat' data_2='prod' display='prompt'`: a kind, and what is said of it. */
interface Specification {
  kind: string;
  said: Readonly<Record<string, string>>;
}

/** https://www.jetbrains.com/help/teamcity/typed-parameters.html */
export function readSpecification(raw: string): Specification {
  const [, kind = ''] = /^\s*([^\s=]+)(?=\s|$)/.exec(raw) ?? [];
  const pairs = [...raw.matchAll(/([\w.-]+)='((?:\|[\s\S]|[^'|])*)'/g)];
  return { kind, said: Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, unescaped(value)])) };
}

const signs: Readonly<Record<string, string>> = { n: '\n', r: '\r' };
const unescaped = (value: string): string => value.replaceAll(/\|([\s\S])/g, (_, sign: string) => signs[sign] ?? sign);

/** Undefined for one that nobody may give a value. */
export function readParameter({ name, value, type }: PropertyShape): Parameter | undefined {
  const { kind, said } = readSpecification(type?.rawValue ?? '');
  if (said.readOnly === 'true') return undefined;
  const usual = value ?? undefined;
  const pattern = patternOf(said);
  const isMissing = pattern !== undefined && !new RegExp(`^(?:${pattern})$`).test(usual ?? '');
  return {
    name,
    type: typeOf(kind, said),
    summary: said.description || said.label || undefined,
    choices: choicesOf(kind, said),
    default: kind === 'password' ? undefined : usual,
    // What TeamCity asks for whenever somebody starts it is not taken for granted here.
    isRequired: kind !== 'password' && (said.display === 'prompt' || isMissing),
    ...(pattern === undefined ? {} : { pattern }),
  };
}

function typeOf(kind: string, { multiple }: Specification['said']): Parameter['type'] {
  if (kind === 'select') return multiple === 'true' ? 'other' : 'choice';
  if (kind === 'checkbox') return 'boolean';
  if (kind === 'password') return 'secret';
  return kind === '' || kind === 'text' ? 'text' : 'other';
}

function choicesOf(kind: string, said: Specification['said']): string[] | undefined {
  if (kind === 'checkbox') return [said.checkedValue ?? 'true', said.uncheckedValue ?? ''];
  if (kind !== 'select' || said.multiple === 'true') return undefined;
  const numbers = Object.keys(said).flatMap((key) => /^data_(\d+)$/.exec(key)?.[1] ?? []);
  return numbers.sort((one, other) => Number(one) - Number(other)).map((number) => said[`data_${number}`] ?? '');
}

/** Undefined also where it is none that is understood here: then TeamCity is left to say no. */
function patternOf({ validationMode, regexp }: Specification['said']): string | undefined {
  if (validationMode === 'not_empty') return String.raw`[\s\S]+`;
  if (validationMode !== 'regex' || regexp === undefined) return undefined;
  try {
    new RegExp(`^(?:${regexp})$`);
    return regexp;
  } catch {
    return undefined;
  }
}
