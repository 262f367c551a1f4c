import { OpsError } from '../context/errors.ts';
import { formKind } from '../context/facts.ts';
import type { FoundField } from '../context/form.ts';
import type { Journal } from '../context/journal.ts';
import { redactData } from '../context/redact.ts';
import type { RunLog } from './record.ts';
import type { RunWorld } from './request.ts';

/** Beyond these the choices of a field are of no use to a form, and only fill the journal. */
const mostChoices = 1000;

/** Remembers for the form, which a room opens when it is asked to, what a refusal says that the line lacks. */
export async function keepFound(thrown: unknown, { run, journal }: RunLog, world: RunWorld): Promise<void> {
  const { host, redact } = world;
  const found = thrown instanceof OpsError ? thrown.details?.['form'] : undefined;
  if (!Array.isArray(found) || run === undefined || journal === undefined || host.origin.type !== 'room') return;
  const fields = redactData(found.map(withinReason), redact);
  const fact = { run, kind: formKind, subject: run, data: { fields }, at: host.system.clock.now(), actor: host.actor };
  // Without it the form has what the command declares, and the refusal has said the rest.
  await journal.record(fact).catch(() => {});
}

function withinReason(field: FoundField): FoundField {
  const { choices, ...rest } = field;
  return choices === undefined || choices.length > mostChoices ? rest : field;
}

/** What the refusal of a run said that its line lacks. */
export async function readFound(run: string, journal: Pick<Journal, 'facts'>): Promise<readonly FoundField[]> {
  const [fact] = await journal.facts({ kind: formKind, subject: run, limit: 1 });
  const fields = fact?.data['fields'];
  return Array.isArray(fields) ? (fields as FoundField[]) : [];
}
