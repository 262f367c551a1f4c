export { type Command, defineCommand, type Example } from './command/define.ts';
export { durationWord, parseDuration } from './command/duration.ts';
export { parseSince } from './command/since.ts';
export { nearest } from './command/suggest.ts';
export type { Waiting } from './context/approvals.ts';
export {
  type Block,
  code,
  fields,
  file,
  type Inline,
  image,
  link,
  linked,
  list,
  type Span,
  type Style,
  styled,
  table,
  text,
} from './context/blocks.ts';
export type {
  Agent,
  Artifact,
  Build,
  BuildName,
  BuildOutcome,
  BuildState,
  Builds,
  FailedTest,
  JobDetails,
  Parameter,
} from './context/builds.ts';
export type { CodeStatus } from './context/codes.ts';
export { type AppConfig, type Config, type HealthConfig, usualLocks } from './context/config.ts';
export { type BuildDeployConfig, buildSystems } from './context/config-systems.ts';
export type { CommandSummary, Context, Output, RunJournal, Runs, Version } from './context/context.ts';
export { formatDuration } from './context/duration.ts';
export { exitCodes, OpsError, type Outcome } from './context/errors.ts';
export type { Entry, Head, KnownHead, Problem, Verification } from './context/evidence.ts';
export { roleKind } from './context/facts.ts';
export type { FileInput } from './context/file-input.ts';
export type { Actor } from './context/host.ts';
export type { Fact, Lock, RunRecord, RunState } from './context/journal.ts';
export { formatLine } from './context/line.ts';
export { environmentIn, lockKey, overlaps } from './context/lock-key.ts';
export type { HeldLock } from './context/locks.ts';
export type { RoleChange, RoleHeld, RoleList } from './context/project-policy.ts';
export { formatSize } from './context/size.ts';
export { formatTime } from './context/time.ts';
export { splitWords as splitLine } from './slack/words/split.ts';
