import type { Block } from '../../context/blocks.ts';
import type { Actor } from '../../context/host.ts';
import type { Fact, Journal, RunSubject } from '../../context/journal.ts';
import type { ApprovalNeed } from '../../policy/needs.ts';
import type { Bound } from './digest.ts';

/** The facts that say what was asked for and what came of it. Their subject is the run that waits. */
const kinds = { request: 'approval request', approval: 'approval', denial: 'approval denied' } as const;

/** What a run waits for, as it stands in the journal. */
export interface ApprovalRequest extends Bound {
  mark: string;
  /** Who asks: as the configuration calls them; a stranger with the id. */
  person: string;
  subject: RunSubject;
  needs: readonly ApprovalNeed[];
  /** The needs as they are said. */
  words: readonly string[];
  /** The ids of those who are told. */
  approvers: readonly string[];
  /** What would run, as it was shown. */
  preview: readonly Block[];
  expires: Date;
}

export interface Approval {
  actor: Actor;
  /** By name, at that time. */
  person: string;
  /** The needs that it counts for, by place. */
  counts: readonly number[];
  at: Date;
}

export interface Status {
  request: ApprovalRequest;
  /** Oldest first. */
  approvals: readonly Approval[];
  denial: { person: string; reason: string } | undefined;
  /** Of each need, how many approvals are missing. */
  missing: readonly number[];
}

type Recording = Pick<Fact, 'run' | 'subject' | 'actor' | 'at'>;

export async function recordRequest(
  journal: Pick<Journal, 'record'>,
  { expires, ...request }: ApprovalRequest,
  where: Recording,
): Promise<void> {
  await journal.record({ ...where, kind: kinds.request, data: { ...request, expires: expires.getTime() } });
}

export async function recordApproval(
  journal: Pick<Journal, 'record'>,
  { mark, person, counts }: Pick<Approval, 'person' | 'counts'> & { mark: string },
  where: Recording,
): Promise<void> {
  await journal.record({ ...where, kind: kinds.approval, data: { mark, person, counts } });
}

export async function recordDenial(
  journal: Pick<Journal, 'record'>,
  data: { mark: string; person: string; reason: string },
  where: Recording,
): Promise<void> {
  await journal.record({ ...where, kind: kinds.denial, data });
}

export async function requestOf(journal: Pick<Journal, 'facts'>, run: string): Promise<ApprovalRequest | undefined> {
  const [fact] = await journal.facts({ kind: kinds.request, subject: run, limit: 1 });
  // Only what is written above is read.
  if (fact?.run !== run) return undefined;
  const data = fact.data as unknown as Omit<ApprovalRequest, 'expires'> & { expires: number };
  return { ...data, expires: new Date(data.expires) };
}

/** How far it is with what a run waits for; undefined where it asked for nothing. */
export async function statusOf(journal: Pick<Journal, 'facts'>, run: string): Promise<Status | undefined> {
  const request = await requestOf(journal, run);
  if (request === undefined) return undefined;
  const [given, denied] = await Promise.all([
    journal.facts({ kind: kinds.approval, subject: run }),
    journal.facts({ kind: kinds.denial, subject: run }),
  ]);
  const isAbout = ({ data }: Fact): boolean => data['mark'] === request.mark;
  const approvals = given.filter(isAbout).reverse().map(approvalOf);
  const denial = denied.findLast(isAbout)?.data as Status['denial'];
  const missing = request.needs.map(({ count }, index) => {
    const persons = new Set(approvals.filter(({ counts }) => counts.includes(index)).map(({ person }) => person));
    return Math.max(0, count - persons.size);
  });
  return { request, approvals, denial, missing };
}

function approvalOf({ actor, at, data }: Fact): Approval {
  return { actor, at, ...(data as unknown as Pick<Approval, 'person' | 'counts'>) };
}

export const isComplete = ({ missing }: Status): boolean => missing.every((one) => one === 0);
