import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Form, FormField, FormValues } from '../../../src/context/form.ts';
import { fill } from '../../../src/host/fill.ts';

function terminal(answers: readonly string[]) {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
  let shown = '';
  let next = 0;
  output.on('data', (text) => {
    shown += text;
    const asked = shown.match(/^\S+(?: \[.*\])?: /gm)?.length ?? 0;
    for (; next < asked && next < answers.length; next++) input.write(`${answers[next]}\r`);
  });
  return { input, output, shown: () => shown };
}

const field = (change: Partial<FormField>): FormField => ({
  name: 'environment',
  kind: 'argument',
  summary: 'Where to',
  type: 'text',
  required: false,
  variadic: false,
  values: [],
  ...change,
});

const form = (...fields: FormField[]): Form => ({
  command: 'deploy',
  summary: 'Deploy an app',
  fields,
  secrets: [],
  globals: [],
});

const noFault = () => ({});

function filled(
  one: Form,
  answers: readonly string[],
  check: (values: FormValues) => Record<string, string> = noFault,
) {
  const { input, output, shown } = terminal(answers);
  return { shown, values: fill(input, output, one, check, new AbortController().signal) };
}

describe('a form at the terminal', () => {
  it.each<[Partial<FormField>, string, readonly string[]]>([
    [{}, ' uat ', ['uat']],
    [{}, '', []],
    [{ values: ['dev'] }, '', ['dev']],
    [{ values: ['dev'] }, 'uat', ['uat']],
    [{ variadic: true }, 'a  b', ['a', 'b']],
    [{ type: 'boolean' }, 'y', ['true']],
    [{ type: 'boolean' }, 'no', []],
    [{ type: 'boolean' }, '', []],
    [{ type: 'boolean', values: ['true'] }, '', ['true']],
    [{ type: 'boolean', values: ['true'] }, 'n', []],
  ])('reads %j answered with %j as %j', async (change, answer, words) => {
    expect(await filled(form(field(change)), [answer]).values).toEqual({ environment: words });
  });

  it('shows what can be chosen and what stands there already', async () => {
    const choices = Array.from({ length: 12 }, (_, at) => `job-${at}`);
    const asked = form(
      field({ choices, values: ['job-1'] }),
      field({ name: 'clean', kind: 'option', type: 'boolean' }),
    );
    const { shown, values } = filled(asked, ['', '']);
    await values;
    expect(shown()).toContain(
      'ops deploy: Deploy an app\n  Where to (job-0, job-1, job-2, job-3, job-4, job-5, job-6, ',
    );
    expect(shown()).toContain('job-9 … 2 more)\n');
    expect(shown()).toContain('environment [job-1]: ');
    expect(shown()).toContain('--clean [y/N]: ');
  });

  it('asks again for what is wrong, with the reason, and for nothing else', async () => {
    const check = ({ environment, ref }: FormValues): Record<string, string> => ({
      ...(environment?.[0] === 'uat' ? {} : { environment: `"${environment?.[0]}" is not known` }),
      ...(ref === undefined ? { ref: 'is needed' } : {}),
    });
    const asked = form(field({}), field({ name: 'ref', kind: 'option' }));
    const { shown, values } = filled(asked, ['uta', 'uat', 'main'], check);
    expect(await values).toEqual({ environment: ['uat'], ref: ['main'] });
    expect(shown().match(/✗ .*/g)).toEqual(['✗ "uta" is not known']);
  });

  it.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
  ])('is left, and nothing runs, when %s is pressed', async (_key, code) => {
    const { input, output } = terminal([]);
    const left = fill(input, output, form(field({})), noFault, new AbortController().signal);
    input.write(code);
    await expect(left).rejects.toMatchObject({
      outcome: 'cancelled',
      message: expect.stringContaining('nothing was run'),
    });
  });

  it('ends with its run', async () => {
    const { input, output } = terminal([]);
    const stop = new AbortController();
    const left = fill(input, output, form(field({})), noFault, stop.signal);
    const reason = new Error('time is up');
    stop.abort(reason);
    await expect(left).rejects.toBe(reason);
  });
});
