import { basename, dirname } from 'node:path';
import { type CodeKey, type CodeKeys, codeIn } from '../../context/codes.ts';
import { OpsError } from '../../context/errors.ts';
import { codeKeyKind } from '../../context/facts.ts';
import type { Privately } from '../../context/host.ts';
import type { Journal } from '../../context/journal.ts';
import { formatTime } from '../../context/time.ts';
import { qrLines } from '../../render/qr.ts';
import type { RunWorld } from '../request.ts';
import type { AttemptParts } from './attempt.ts';
import { enrolledIn } from './keys.ts';

export interface EnrollParts extends AttemptParts {
  journal: Journal;
  run: string;
  world: RunWorld;
  signal: AbortSignal;
}

/** Nothing is kept before a code says that the app has the secret. No word of it is an event: it is shown, and forgotten. */
export async function enroll(person: string, parts: EnrollParts): Promise<void> {
  const { journal, run, world } = parts;
  const { privately, actor, env } = world.host;
  if (privately === undefined) {
    throw new OpsError('usage', 'the secret of one-time codes is shown to a person at a terminal alone', {
      hint: 'type ops otp enroll in a terminal, without a pipe',
    });
  }
  const keys = await parts.keys();
  const key = keys.create();
  const issuer = `ops ${basename(dirname(world.loaded.file ?? '/ops'))}`;
  privately.show(shown(key, keys.address(key, { issuer, person }), env.TERM !== 'dumb'));
  const step = await confirmed(key, keys, privately, parts);
  await keys.keep(key);
  const at = parts.clock.now();
  const fact = { run, kind: codeKeyKind, subject: person, data: { id: key.id, step }, at, actor };
  const about = { kind: codeKeyKind, subject: person, latest: true, limit: 1 };
  const isKept = await journal
    .recordNext(about, (last) => (enrolledIn(last) === undefined ? { fact, as: 'code-enrolled' } : undefined))
    .catch(async (error: unknown) => {
      await keys.drop(key.id);
      throw error;
    });
  if (isKept !== undefined) return;
  await keys.drop(key.id);
  throw new OpsError('failed', `${person} was enrolled meanwhile, elsewhere: this secret was not kept`);
}

function shown({ secret }: CodeKey, address: string, hasPicture: boolean): string[] {
  return [
    ...(hasPicture ? ['Read this with your authenticator app:', ...qrLines(address)] : []),
    `Or type the secret: ${secret.replace(/(.{4})(?=.)/g, '$1 ')}`,
    `Or open: ${address}`,
    'Whoever sees this can make your codes: clear the screen afterwards.',
  ];
}

async function confirmed(
  key: CodeKey,
  keys: CodeKeys,
  privately: Privately,
  { clock, signal }: EnrollParts,
): Promise<number> {
  for (;;) {
    const said = await privately.ask('The code that the app shows now: ', signal);
    if (said.trim() === '') throw new OpsError('cancelled', 'nobody was enrolled, and the secret was not kept');
    const code = codeIn(said);
    const now = clock.now();
    const step = code === undefined ? undefined : keys.stepOf(key, code, now);
    if (step !== undefined) return step;
    privately.show([
      code === undefined ? '✗ a one-time code is six digits' : '✗ this is no code of this secret at this time',
      `  → codes go by the clock, and it is ${formatTime(now)} here: where your phone says otherwise, let its clock set itself`,
    ]);
  }
}
