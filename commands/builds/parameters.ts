import { formatLine, type JobDetails, nearest, OpsError, type Parameter } from '../../src/index.ts';

/** `name=value` words → what the job is told. Nothing is sent that the job does not know, or would not take. */
export function readParameters(words: readonly string[], job: JobDetails): Record<string, string> {
  if (job.whyOff !== undefined) {
    throw new OpsError('usage', `${job.name} takes no builds: ${job.whyOff}`, { hint: job.url });
  }
  const values = new Map<string, string>();
  for (const word of words) {
    const at = word.indexOf('=');
    if (at < 1) throw new OpsError('usage', `"${word}" is not name=value`, { hint: usageOf(job) });
    const [name, value] = [word.slice(0, at), word.slice(at + 1)];
    if (values.has(name)) throw new OpsError('usage', `${name} is given twice`, { hint: usageOf(job) });
    values.set(name, checked(name, value, job));
  }
  const missing = job.parameters.find(({ name, isRequired }) => isRequired && !values.has(name));
  if (missing !== undefined) throw new OpsError('usage', `${job.name} needs ${missing.name}`, { hint: usageOf(job) });
  return Object.fromEntries(values);
}

function checked(name: string, value: string, job: JobDetails): string {
  const parameter = job.parameters.find((one) => one.name === name);
  if (parameter === undefined) throw unknown(name, job);
  const { type, choices, pattern } = parameter;
  if (type === 'secret') {
    throw new OpsError('usage', `${name} of ${job.name} is secret: it is not given in a line, which is kept`, {
      hint: `leave it out, so that ${job.name} takes its own; what was typed stays in the history: change it where it is one`,
    });
  }
  if (choices !== undefined && !choices.includes(value)) {
    throw new OpsError('usage', `${name} is one of ${choices.join(', ')}, not "${value}"`, {
      hint: `${name}=${nearest(value, choices, 1)[0] ?? choices[0] ?? ''}`,
    });
  }
  if (type === 'number' && !/^-?\d+(?:\.\d+)?$/.test(value)) {
    throw new OpsError('usage', `${name} is a number, not "${value}"`, { hint: usageOf(job) });
  }
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`).test(value)) {
    const what = value === '' ? 'is not to be empty' : `is to match ${pattern}, which "${value}" does not`;
    throw new OpsError('usage', `${name} ${what}`, { hint: usageOf(job) });
  }
  return value;
}

function unknown(name: string, job: JobDetails): OpsError {
  const names = job.parameters.map((one) => one.name);
  if (names.length === 0) return new OpsError('usage', `${job.name} takes no parameters, and ${name} is one`);
  const [near] = nearest(name, names, 1);
  const hint = near === undefined ? usageOf(job) : `did you mean ${near}? ${usageOf(job)}`;
  return new OpsError('usage', `${job.name} takes no ${name}`, { hint });
}

/** `TARGET=uat|prod COMMIT=… QUICK=true|false` */
export function usageOf({ name, parameters }: JobDetails): string {
  const each = parameters.filter(({ type }) => type !== 'secret').map(parameterWord);
  return [formatLine(['builds-start', name]), ...each].join(' ');
}

function parameterWord({ name, choices, default: usual, isRequired }: Parameter): string {
  const word = `${name}=${choices === undefined ? usual || '…' : choices.slice(0, 6).join('|')}`;
  return isRequired ? word : `[${word}]`;
}
