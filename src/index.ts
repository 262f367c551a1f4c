export { type Command, defineCommand, type Example } from './command/define.ts';
export { durationWord, parseDuration } from './command/duration.ts';
export { parseSince } from './command/since.ts';
export { nearest } from './command/suggest.ts';
export { accountOwners } from './context/account-owners.ts';
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
export { blameOf, endOf, endWords, goneHint, goneWords } from './context/build-end.ts';
export type {
  Agent,
  Artifact,
  Build,
  BuildName,
  BuildOutcome,
  BuildState,
  Builds,
  DeploymentName,
  DeploymentStatus,
  FailedTest,
  JobDetails,
  Parameter,
} from './context/builds.ts';
export {
  type Bar,
  type BarChart,
  type BarKind,
  type Chart,
  chartThemes,
  type DrawnChart,
  type Level,
  type LineChart,
  type Mark,
  type Series,
} from './context/chart.ts';
export { type Claim, claimBeside, claimKind, claimOf, claimSubject, isBroken, lastGood } from './context/claims.ts';
export type { CodeStatus } from './context/codes.ts';
export { type AppConfig, type Config, type HealthConfig, usualLocks } from './context/config.ts';
export { type GraphConfig, type MetricUnit, metricSystems, metricUnits } from './context/config-metrics.ts';
export {
  type BuildDeployConfig,
  buildSystems,
  type DeploymentConfig,
  type JiraConfig,
  type JiraCreateConfig,
  type JiraProjectConfig,
  type JobDeployConfig,
} from './context/config-systems.ts';
export type { CommandSummary, Context, Output, RunJournal, Runs, Version } from './context/context.ts';
export { type Culprit, culpritWords } from './context/culprits.ts';
export { isDirectMessage } from './context/direct-message.ts';
export { drawIfPossible } from './context/draw-if-possible.ts';
export { formatDuration } from './context/duration.ts';
export { exitCodes, OpsError, type Outcome } from './context/errors.ts';
export type { Entry, Head, KnownHead, Problem, Verification } from './context/evidence.ts';
export { roleKind, roomNameKind, ticketWatchKind } from './context/facts.ts';
export type { FileInput } from './context/file-input.ts';
export type { FoundField } from './context/form.ts';
export type { Actor } from './context/host.ts';
export type { Fact, Lock, RunRecord, RunState } from './context/journal.ts';
export { formatLine } from './context/line.ts';
export { environmentIn, lockKey, overlaps } from './context/lock-key.ts';
export type { HeldLock } from './context/locks.ts';
export { mention } from './context/mention.ts';
export type { MetricPoint, MetricSeries, Metrics } from './context/metrics.ts';
export { askToBeTold, isTold, notifyOption, willBeTold } from './context/notify.ts';
export type { RoleChange, RoleHeld, RoleList } from './context/project-policy.ts';
export type { Checks, OpenPulls, Pull, PullRelation, Pulls, Vote } from './context/pulls.ts';
export { formatSize } from './context/size.ts';
export type {
  Account,
  Comment,
  FieldValue,
  FieldValues,
  LinkedTicket,
  NewTicket,
  Sprint,
  State,
  StateCategory,
  Ticket,
  TicketChange,
  TicketDetails,
  TicketField,
  TicketLink,
  TicketName,
  TicketQuery,
  Tickets,
  TicketType,
  Transition,
  Written,
} from './context/tickets.ts';
export { formatTime } from './context/time.ts';
export {
  currentOf,
  longestWatch,
  lookAt,
  nameOf,
  newestWatches,
  readWatch,
  type Watch,
  type Watched,
  type WatchedBuild,
  watchedWord,
  watchKind,
} from './context/watches.ts';
export { splitWords as splitLine } from './slack/words/split.ts';
