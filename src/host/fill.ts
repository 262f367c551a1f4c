import { createInterface, type Interface } from 'node:readline/promises';
import { OpsError } from '../context/errors.ts';
import type { Form, FormField, FormValues } from '../context/form.ts';
import type { CheckForm } from '../context/host.ts';
import { formatLine } from '../context/line.ts';

/** Asks for one field after the other. Enter alone takes what stands in the brackets; what is wrong is asked again. */
export async function fill(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  form: Form,
  check: CheckForm,
  signal: AbortSignal,
): Promise<FormValues> {
  const prompt = createInterface({ input, output });
  prompt.on('SIGCONT', () => prompt.resume());
  output.write(`${formatLine([form.command])}: ${form.summary}\n`);
  try {
    const values: Record<string, readonly string[]> = {};
    for (const field of form.fields) values[field.name] = await askField(prompt, output, field, values, check, signal);
    return values;
  } catch (error) {
    output.write('\n');
    if (signal.aborted) throw signal.reason;
    throw new OpsError('cancelled', 'nothing was run: the form was not filled in', { cause: error });
  } finally {
    prompt.close();
  }
}

async function askField(
  prompt: Interface,
  output: NodeJS.WritableStream,
  field: FormField,
  before: FormValues,
  check: CheckForm,
  signal: AbortSignal,
): Promise<readonly string[]> {
  output.write(`  ${field.summary}${among(field)}\n`);
  for (;;) {
    const words = read(field, await prompt.question(`${question(field)}: `, { signal }));
    const fault = check({ ...before, [field.name]: words })[field.name];
    if (fault === undefined) return words;
    output.write(`  ✗ ${fault}\n`);
  }
}

function question({ name, kind, type, values }: FormField): string {
  const label = kind === 'argument' ? name : `--${name}`;
  if (type === 'boolean') return `${label} [${values.length > 0 ? 'Y/n' : 'y/N'}]`;
  return values.length === 0 ? label : `${label} [${values.join(' ')}]`;
}

function among({ choices = [] }: FormField): string {
  if (choices.length === 0) return '';
  const shown = choices.slice(0, 10).join(', ');
  return ` (${choices.length > 10 ? `${shown} … ${choices.length - 10} more` : shown})`;
}

function read({ type, variadic, values }: FormField, typed: string): readonly string[] {
  const text = typed.trim();
  if (text === '') return values;
  if (type === 'boolean') return /^y(es)?$/i.test(text) ? ['true'] : [];
  return variadic ? text.split(/\s+/) : [text];
}
