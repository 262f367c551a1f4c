/** The fact that somebody asked a run to end: its subject is the run's id, its actor who asked. */
export const stopKind = 'stop';

/** What is said of a run that heeded. */
export const stoppedBy = (name: string): string => `it was stopped by ${name}`;

/** The fact that a run repeats another one, which is its subject. */
export const rerunKind = 'rerun';

/** Facts that are about runs, and of no use once those are gone. Of others, the newest outlive them. */
export const passingKinds: ReadonlySet<string> = new Set([
  stopKind,
  rerunKind,
  'question',
  'answer',
  'answered',
  'response address',
]);
