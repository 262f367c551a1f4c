import { codeKeyKind, codeKind } from '../../context/facts.ts';
import type { Fact, Journal } from '../../context/journal.ts';
import type { CodeTry } from '../../policy/code.ts';

/** Whom the journal knows to have a secret, and which. */
export interface Enrolled {
  person: string;
  /** See `CodeKey`. */
  id: string;
  /** The listener's key that a copy of it is sealed to. */
  sealed: string | undefined;
  since: Date;
  /** The run that enrolled them. */
  run: string;
  /** Of the code that they confirmed it with. */
  step: number;
}

type Facts = Pick<Journal, 'facts'>;

/** More than anybody gives between two right ones. */
const mostTries = 1000;

export async function enrolledOf(journal: Facts, person: string): Promise<Enrolled | undefined> {
  return enrolledIn(await journal.facts({ kind: codeKeyKind, subject: person, latest: true, limit: 1 }));
}

export async function allEnrolled(journal: Facts): Promise<Enrolled[]> {
  const last = await journal.facts({ kind: codeKeyKind, latest: true, limit: Number.POSITIVE_INFINITY });
  return last.flatMap((fact) => enrolledIn([fact]) ?? []);
}

/** Of the last such fact of somebody. */
export function enrolledIn([last]: readonly Fact[]): Enrolled | undefined {
  const { id, step, sealed } = last?.data ?? {};
  if (last === undefined || typeof id !== 'string' || typeof step !== 'number') return undefined;
  const to = typeof sealed === 'string' ? sealed : undefined;
  return { person: last.subject, id, sealed: to, step, since: last.at, run: last.run };
}

/** What came of the codes of a secret, newest first; at last the one that it was confirmed with. */
export function triesOf({ id, step, since }: Enrolled, facts: readonly Fact[]): (CodeTry & { number: number })[] {
  const tries = facts.filter(({ data }) => data['key'] === id).map((fact) => ({ ...tryOf(fact), at: fact.at }));
  // Clocks may be set back: which came first says the number.
  tries.sort((one, other) => other.number - one.number);
  return [...tries, { result: 'accepted', step, at: since, number: 0 }];
}

const tryOf = ({ data }: Fact): CodeTry & { number: number } => data as unknown as CodeTry & { number: number };

export const triesOfPerson = (person: string) => ({ kind: codeKind, subject: person, limit: mostTries });
