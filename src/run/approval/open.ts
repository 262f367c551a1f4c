import type { Approvals } from '../../context/approvals.ts';
import type { Block } from '../../context/blocks.ts';
import type { Origin } from '../../context/host.ts';
import type { Journal } from '../../context/journal.ts';
import { isApproval } from '../../policy/approval.ts';
import type { Need } from '../../policy/needs.ts';
import { createPrivacy } from '../private.ts';
import type { RunLog } from '../record.ts';
import type { RunRequest, RunWorld } from '../request.ts';
import { type Status, statusOf } from './facts.ts';
import type { Asked, GateParts, Passage } from './gate.ts';
import { approvalBlock, takesMore } from './words.ts';

/** What a run may do with those of others, loaded when it is first used. */
export function openApprovals(
  { host, people, asked }: RunWorld,
  run: string | undefined,
  journal: () => Journal,
): Approvals {
  const open = async (): Promise<Approvals> => {
    const { createApprovals } = await import('./approvals.ts');
    const privacy = createPrivacy(host, people);
    return createApprovals({ journal: journal(), people, asked, actor: host.actor, run, system: host.system, privacy });
  };
  return {
    waiting: async () => {
      const { isListed } = createPrivacy(host, people);
      const waiting = await (await open()).waiting();
      // Whoever can approve it is to know of it.
      return waiting.filter((one) => one.refusal === undefined || isListed(one.run));
    },
    of: async (...asked) => (await open()).of(...asked),
    approve: async (...asked) => (await open()).approve(...asked),
    deny: async (...asked) => (await open()).deny(...asked),
  };
}

/** What a run had asked for when it was put aside; undefined where it comes here for the first time. */
export async function earlierRequest({ journal, run }: RunLog, { host }: RunWorld): Promise<Status | undefined> {
  if (journal === undefined || run === undefined || host.run === undefined) return undefined;
  return statusOf(journal, run);
}

/** A room's message is drawn anew where its run goes on; a terminal has it all already. */
export function shownAgain(preview: readonly Block[], earlier: Status | undefined, origin: Origin): readonly Block[] {
  if (earlier === undefined) return preview;
  return origin.type === 'room' ? [...preview, ...earlier.approvals.map(approvalBlock)] : [];
}

/** What it did not take when it was asked for, it may take now. */
export function mustStillPass(
  needs: readonly Need[],
  { argv }: RunRequest,
  has: Readonly<Record<Need['type'], boolean>>,
): void {
  const need = needs.find(({ type }) => !has[type]);
  if (need !== undefined) throw takesMore(need, argv);
}

/** Undefined where it has all that it takes; else how it goes on instead. */
export async function approved(
  asked: Asked,
  earlier: Status | undefined,
  parts: GateParts,
): Promise<Passage | undefined> {
  if (!asked.needs.some(isApproval) && earlier === undefined) return undefined;
  const { mustHold, pass } = await import('./gate.ts');
  if (earlier === undefined) return pass(asked, parts);
  await mustHold(earlier, asked, parts);
  return undefined;
}
