import type { Approvals, Waiting } from '../../context/approvals.ts';
import { OpsError } from '../../context/errors.ts';
import type { Actor, System } from '../../context/host.ts';
import type { Journal, RunRecord } from '../../context/journal.ts';
import { formatLine } from '../../context/line.ts';
import { isParked } from '../../context/process.ts';
import { countsFor } from '../../policy/approval.ts';
import { rolesIn } from '../../policy/needs.ts';
import type { People } from '../../policy/people.ts';
import { stateOf } from '../failure.ts';
import { findRun } from '../find.ts';
import { type Privacy, withoutWords } from '../private.ts';
import type { RunWorld } from '../request.ts';
import { recordApproval, recordDenial, type Status, statusOf } from './facts.ts';
import { endParked, whyOver } from './parked.ts';
import { deniedBy } from './words.ts';

export interface ApprovalsParts {
  journal: Journal;
  people: People;
  /** See `RunWorld`. */
  asked: RunWorld['asked'];
  actor: Actor;
  /** The run that asks. */
  run: string | undefined;
  system: System;
  privacy: Privacy;
}

interface Open {
  row: RunRecord;
  status: Status;
}

/** What a run can do about others that wait for approvals. */
export function createApprovals(parts: ApprovalsParts): Approvals {
  const { journal, actor, people, system } = parts;
  const where = ({ row }: Open) => {
    if (parts.run === undefined) throw new OpsError('bug', 'nobody is known to answer');
    return { run: parts.run, subject: row.id, actor, at: system.clock.now() };
  };
  const person = people.find(actor.id)?.name ?? actor.name;
  return {
    waiting: async () => {
      const rows = await journal.runs({ states: ['waiting'], limit: Number.POSITIVE_INFINITY });
      const found = await Promise.all(rows.filter(isParked).map((row) => look(row, parts)));
      const open = found.flatMap((one) => (one === undefined || 'over' in one ? [] : [one]));
      const waiting = await Promise.all(open.map((one) => waitingOf(one, parts)));
      const rank = ({ isMine }: Waiting): number => (isMine ? 0 : 1);
      return waiting.reverse().sort((one, other) => rank(one) - rank(other));
    },
    of: async (run, mark) => waitingOf(await find(run, mark, parts), parts),
    approve: async (run, mark) => {
      const open = await find(run, mark, parts);
      const counts = await mayAnswer(open, parts);
      if (isGiven(open, parts)) throw new OpsError('denied', `${person} has approved run ${run} already`);
      await recordApproval(journal, { mark, person, counts }, where(open));
      const status = (await statusOf(journal, run)) ?? open.status;
      return waitingOf({ row: open.row, status }, parts);
    },
    deny: async (run, mark, reason) => {
      const open = await find(run, mark, parts);
      await mayAnswer(open, parts);
      await recordDenial(journal, { mark, person, reason }, where(open));
      if (await endParked(run, deniedBy({ person, reason }), parts)) return;
      throw new OpsError('failed', `run ${run} did not wait any longer: it was not denied`, { hint: `ops log ${run}` });
    },
  };
}

/** What waits, or why it waits no longer, which whoever looks writes down. */
async function look(row: RunRecord, parts: ApprovalsParts): Promise<Open | { over: OpsError } | undefined> {
  const status = await statusOf(parts.journal, row.id);
  if (status === undefined) return undefined;
  const over = whyOver(status, parts.system.clock.now());
  if (over === undefined) return { row, status };
  await endParked(row.id, over, parts);
  return { over };
}

async function find(named: string, mark: string | undefined, parts: ApprovalsParts): Promise<Open> {
  const row = await findRun(parts.journal, named, parts.run);
  const isReadable = parts.privacy.isReadable(row);
  const { argv, message } = isReadable ? row : withoutWords(row);
  const what = `run ${row.id} (${formatLine(argv)} of ${row.actor.name})`;
  if (row.finishedAt !== undefined) {
    const how = message === undefined ? row.state : `${row.state}, ${message}`;
    throw new OpsError('failed', `${what} has ended already: ${how}`, isReadable ? { hint: `ops log ${row.id}` } : {});
  }
  const found = isParked(row) ? await look(row, parts) : undefined;
  if (found === undefined) throw new OpsError('usage', `${what} waits for no approval`, { hint: 'ops approvals' });
  if ('over' in found) {
    const why = isReadable ? found.over.message : stateOf(found.over.outcome);
    throw new OpsError('failed', `${what} has ended: ${why}`);
  }
  if (mark !== undefined && mark !== found.status.request.mark) {
    throw new OpsError('denied', `this was about another plan than the one that ${what} waits with`, {
      hint: `ops approve ${row.id}`,
    });
  }
  return found;
}

/** What an answer of the actor would count for, as their roles are now; or why for nothing. */
async function countOf({ row, status }: Open, parts: ApprovalsParts): Promise<number[] | string> {
  const { journal, actor, asked, people } = parts;
  const { needs } = status.request;
  const names = [people.find(actor.id)?.name ?? []].flat();
  return countsFor(actor, row.actor, needs, await asked(journal, rolesIn(needs), names));
}

async function mayAnswer(open: Open, parts: ApprovalsParts): Promise<number[]> {
  const { status } = open;
  const counts = await countOf(open, parts);
  if (typeof counts !== 'string') return counts;
  throw new OpsError('denied', counts, { hint: `it waits for ${status.request.words.join(', and ')}` });
}

function isGiven({ status }: Open, { actor, people }: ApprovalsParts): boolean {
  const name = people.find(actor.id)?.name;
  return status.approvals.some(({ person }) => person === name);
}

async function waitingOf({ row, status }: Open, parts: ApprovalsParts): Promise<Waiting> {
  const { request, approvals, missing } = status;
  const counts = await countOf({ row, status }, parts);
  const refusal = typeof counts === 'string' ? counts : undefined;
  const { isListed, isAlone } = parts.privacy;
  const isHidden = !isListed(row) && !(isAlone && refusal === undefined);
  return {
    ...{
      run: isHidden ? withoutWords(row) : row,
      isHidden,
      person: request.person,
      mark: request.mark,
      needs: request.words,
      preview: isHidden ? [] : request.preview,
      expires: request.expires,
    },
    missing: missing.reduce((sum, one) => sum + one, 0),
    given: approvals.map(({ person, at }) => ({ person, at })),
    refusal,
    isMine: refusal === undefined && !isGiven({ row, status }, parts),
  };
}
