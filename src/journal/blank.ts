import type { Journal } from '../context/journal.ts';
import { sha256 } from './sha256.ts';

const nothing = async (): Promise<void> => {};
const none = async (): Promise<never[]> => [];

const unknown = { head: undefined, since: undefined, pruned: undefined };

/** Takes all that is written into it, keeps nothing of it, and has nothing. */
export const blankJournal: Journal = {
  accept: async () => undefined,
  start: nothing,
  wait: nothing,
  resume: nothing,
  take: async () => false,
  restate: nothing,
  finish: nothing,
  run: async () => undefined,
  runs: none,
  addGroup: nothing,
  lock: async () => ({ taken: true }),
  unlock: nothing,
  locks: none,
  queue: none,
  record: nothing,
  recordNext: async () => undefined,
  facts: none,
  recover: none,
  interrupt: async () => undefined,
  vouch: nothing,
  takeOver: async () => false,
  flush: nothing,
  usePolicy: async (text) => sha256(text),
  append: nothing,
  head: async () => undefined,
  entries: async function* () {},
  verify: async () => ({ ...{ entries: 0, rows: 0, problems: [], problemCount: 0 }, ...unknown }),
  prune: async () => 0,
  close: nothing,
};
