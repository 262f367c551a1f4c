import { watchKind } from './watches.ts';

/** The fact that somebody asked a run to end: its subject is the run's id, its actor who asked. */
export const stopKind = 'stop';

/** What is said of a run that heeded. */
export const stoppedBy = (name: string): string => `it was stopped by ${name}`;

/** The fact that a run repeats another one, which is its subject. */
export const rerunKind = 'rerun';

/** The fact that a run stands in line for a lock: its subject is the lock's key. It leaves with the run's end. */
export const queueKind = 'queue';

/** The fact that somebody holds a lock until they free it, or its time is up: its subject is the lock's key. */
export const heldKind = 'lock';

/** The fact that such a lock is over: its subject is the run that took it. */
export const freedKind = 'unlock';

/** The fact that a machine came upon such a lock: its subject is the run that took it. */
export const seenKind = 'lock-seen';

/** The fact that somebody was given a role, or had it taken: its subject is the person's name. */
export const roleKind = 'role';

/** The fact that somebody can give one-time codes, or cannot any more: its subject is the person's name. */
export const codeKeyKind = 'code key';

/** The fact that listeners have a key that secrets of one-time codes are sealed to, or have it no more. */
export const codeListenerKind = 'code listener';

/** The fact of what came of a one-time code: its subject is the name of whose it was. */
export const codeKind = 'code';

/** The fact of what was known of tickets that are watched: its subject is where, and which ones. */
export const ticketWatchKind = 'ticket watch';

/** The fact of what a line lacks that its command has found out: its subject is the run's id. */
export const formKind = 'form';

/** The fact of what a room is called that all of its workspace may know of: its subject is the room's id. */
export const roomNameKind = 'room name';

/** Facts that are of no use once their run is gone. Runs with others are never pruned. */
export const passingKinds: ReadonlySet<string> = new Set([
  stopKind,
  queueKind,
  rerunKind,
  'question',
  'answer',
  'answered',
  'response address',
  watchKind,
  codeKind,
  ticketWatchKind,
  formKind,
  roomNameKind,
]);
