import type { Context } from '../context/context.ts';
import { OpsError } from '../context/errors.ts';
import type { Typed } from '../context/host.ts';
import { formatLine } from '../context/line.ts';
import { environmentOf, isGuarded, type RunRequest } from './request.ts';

/** Commands that bring something there. */
const towards: ReadonlySet<string> = new Set(['deploy', 'promote']);

/** Where the environment wants it, the person says that it is meant: with a yes, or with the environment's name. */
export async function agree(
  request: RunRequest,
  { config, confirm }: Pick<Context, 'config' | 'confirm'>,
): Promise<void> {
  const environment = environmentOf(request);
  if (request.confirm !== undefined && request.confirm !== environment) throw otherName(request.confirm, environment);
  if (environment === undefined || !isGuarded(request) || request.confirm === environment) return;
  const settings = config.environments[environment];
  const line = formatLine(request.argv);
  if (settings?.protected === true) {
    const question = `${line} changes ${environment}, which is protected. Go on in ${environment}?`;
    if (await confirm(question, typedOf(request, environment))) return;
    throw new OpsError('cancelled', `${environment} was left as it is: the answer was not its name`);
  }
  if (settings?.confirm !== true || (await confirm(`${line} changes ${environment}. Go on?`))) return;
  throw new OpsError('cancelled', `${environment} was left as it is: the answer was no`);
}

/** What Slack takes on a button. */
const longestButton = 75;

/** `Deploy to prod`, `Rollback in prod` */
function typedOf({ command: { name } }: RunRequest, word: string): Typed {
  const verb = `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('-', ' ')}`;
  return { word, button: `${verb} ${towards.has(name) ? 'to' : 'in'} ${word}`.slice(0, longestButton) };
}

function otherName(named: string, environment: string | undefined): OpsError {
  const what = environment === undefined ? 'no environment' : environment;
  const hint = environment === undefined ? 'leave --confirm out' : `--confirm ${environment}`;
  return new OpsError('usage', `--confirm names ${named}, and the line is about ${what}: nothing was run`, { hint });
}
