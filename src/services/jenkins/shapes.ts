import * as v from 'valibot';

/** What Jenkins answers, as far as it is read. Plugins put anything into actions, `{}` included. */
const maybe = <const Schema extends v.GenericSchema>(schema: Schema) => v.nullish(schema);
const words = maybe(v.string());
/** Milliseconds since 1970 that a date can have. */
const time = v.pipe(v.number(), v.minValue(-8.64e15), v.maxValue(8.64e15));
const value = maybe(v.union([v.string(), v.number(), v.boolean()]));
const oddIsNothing = <const Schema extends v.GenericSchema>(schema: Schema) =>
  v.fallback(v.nullish(schema) as v.GenericSchema, undefined) as v.GenericSchema<
    unknown,
    v.InferOutput<Schema> | null | undefined
  >;

const action = v.object({
  causes: oddIsNothing(v.array(v.object({ shortDescription: words, userName: words }))),
  parameters: oddIsNothing(v.array(v.object({ name: v.string(), value }))),
  lastBuiltRevision: oddIsNothing(v.object({ SHA1: words, branch: maybe(v.array(v.object({ name: words }))) })),
});
const actions = maybe(v.array(v.nullable(action)));
const changeSet = v.object({
  items: maybe(
    v.array(
      v.object({
        commitId: words,
        msg: words,
        author: maybe(v.object({ fullName: words })),
        authorEmail: words,
      }),
    ),
  ),
});

export const buildShape = v.object({
  number: v.number(),
  url: v.string(),
  building: maybe(v.boolean()),
  result: words,
  timestamp: time,
  duration: maybe(v.number()),
  estimatedDuration: maybe(v.number()),
  queueId: maybe(v.number()),
  actions,
  changeSet: maybe(changeSet),
  changeSets: maybe(v.array(changeSet)),
});
export type BuildShape = v.InferOutput<typeof buildShape>;

const definitions = maybe(
  v.array(
    v.object({
      name: v.string(),
      type: words,
      description: words,
      choices: maybe(v.array(v.string())),
      defaultParameterValue: maybe(v.object({ value })),
    }),
  ),
);
const holder = v.nullable(v.object({ parameterDefinitions: definitions }));

const jobEntries = { url: v.string(), color: words, buildable: maybe(v.boolean()) };

export interface JobShape {
  url: string;
  color?: string | null | undefined;
  buildable?: boolean | null | undefined;
  jobs?: JobShape[] | null | undefined;
}
const jobs: v.GenericSchema<unknown, JobShape[]> = v.array(
  v.object({ ...jobEntries, jobs: v.nullish(v.lazy(() => jobs)) }),
);
export const jobsShape = v.object({ jobs: v.nullish(jobs) });

export const jobShape = v.object({
  ...jobEntries,
  healthReport: maybe(v.array(v.object({ description: words }))),
  property: maybe(v.array(holder)),
  actions: maybe(v.array(holder)),
  jobs: maybe(v.array(v.object({ url: v.string() }))),
});
export type JobDetailsShape = v.InferOutput<typeof jobShape>;

export const queueItemShape = v.object({
  id: v.number(),
  why: words,
  inQueueSince: maybe(time),
  cancelled: maybe(v.boolean()),
  executable: maybe(v.object({ number: v.number(), url: v.string() })),
  task: maybe(v.object({ name: words, url: words })),
  actions,
});
export type QueueItemShape = v.InferOutput<typeof queueItemShape>;

const executor = v.object({ idle: maybe(v.boolean()) });
export const agentsShape = v.object({
  computer: v.array(
    v.object({
      displayName: v.string(),
      offline: maybe(v.boolean()),
      offlineCauseReason: words,
      numExecutors: maybe(v.number()),
      executors: maybe(v.array(executor)),
      oneOffExecutors: maybe(v.array(executor)),
    }),
  ),
});

const running = v.object({ currentExecutable: maybe(v.object({ url: words })) });
export const runningShape = v.object({
  computer: v.array(v.object({ executors: maybe(v.array(running)), oneOffExecutors: maybe(v.array(running)) })),
});

export const testsShape = v.object({
  failCount: maybe(v.number()),
  passCount: maybe(v.number()),
  skipCount: maybe(v.number()),
  suites: maybe(
    v.array(
      v.object({
        cases: maybe(
          v.array(
            v.object({
              className: words,
              name: v.string(),
              status: words,
              age: maybe(v.number()),
              errorDetails: words,
            }),
          ),
        ),
      }),
    ),
  ),
});
