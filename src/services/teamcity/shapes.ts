import * as v from 'valibot';

/** What TeamCity answers, as far as it is read: of what it does not know it says nothing. */
const maybe = <const Schema extends v.GenericSchema>(schema: Schema) => v.nullish(schema);
const words = maybe(v.string());
const number = maybe(v.number());
const flag = maybe(v.boolean());

const user = maybe(v.object({ username: words, name: words, email: words }));
const property = v.object({
  name: v.string(),
  value: words,
  inherited: flag,
  type: maybe(v.object({ rawValue: words })),
});
export type PropertyShape = v.InferOutput<typeof property>;
const properties = maybe(v.object({ property: maybe(v.array(property)) }));

export const buildShape = v.object({
  id: v.number(),
  buildTypeId: v.string(),
  status: words,
  state: v.string(),
  branchName: words,
  webUrl: words,
  failedToStart: flag,
  queuedDate: words,
  startDate: words,
  finishDate: words,
  waitReason: words,
  'running-info': maybe(v.object({ elapsedSeconds: number, estimatedTotalSeconds: number })),
  canceledInfo: maybe(v.object({ text: words })),
  triggered: maybe(v.object({ type: words, details: words, user })),
  revisions: maybe(v.object({ revision: maybe(v.array(v.object({ version: words }))) })),
  changes: maybe(
    v.object({ change: maybe(v.array(v.object({ version: words, comment: words, username: words, user }))) }),
  ),
  properties,
  buildType: maybe(v.object({ name: words, projectName: words })),
});
export type BuildShape = v.InferOutput<typeof buildShape>;

const nextHref = words;
export const buildsShape = v.object({ nextHref, build: maybe(v.array(buildShape)) });
export const stateShape = v.object({ state: v.string() });
export const countShape = v.object({ count: number });

const outcome = v.object({ status: words, state: words, canceledInfo: maybe(v.object({})) });
const buildType = v.object({
  id: v.string(),
  name: words,
  projectName: words,
  webUrl: words,
  paused: flag,
  description: words,
  builds: maybe(v.object({ build: maybe(v.array(outcome)) })),
  parameters: properties,
});
export type BuildTypeShape = v.InferOutput<typeof buildType>;
export const buildTypesShape = v.object({ nextHref, buildType: maybe(v.array(buildType)) });

const newest = v.object({ builds: maybe(v.object({ build: maybe(v.array(buildShape)) })) });
export const newestShape = v.object({ nextHref, buildType: maybe(v.array(newest)) });

const agent = v.object({
  name: v.string(),
  connected: flag,
  enabled: flag,
  authorized: flag,
  disconnectionComment: words,
  enabledInfo: maybe(v.object({ comment: maybe(v.object({ text: words })) })),
  build: maybe(v.object({ id: number })),
});
export type AgentShape = v.InferOutput<typeof agent>;
export const agentsShape = v.object({ nextHref, agent: maybe(v.array(agent)) });

export const testCountsShape = v.object({
  id: v.number(),
  buildTypeId: v.string(),
  branchName: words,
  testOccurrences: maybe(v.object({ passed: number, ignored: number })),
});
const failure = v.object({
  name: v.string(),
  details: words,
  firstFailed: maybe(v.object({ build: maybe(v.object({ id: number })) })),
});
export type FailureShape = v.InferOutput<typeof failure>;
export const failuresShape = v.object({ nextHref, testOccurrence: maybe(v.array(failure)) });

const file = v.object({
  name: v.string(),
  size: number,
  content: maybe(v.object({ href: words })),
});
export const filesShape = v.object({ file: maybe(v.array(file)) });

export const messagesShape = v.object({
  messages: maybe(v.array(v.object({ id: v.number(), text: words, verbose: flag }))),
  lastMessageIncluded: flag,
});
