import * as v from 'valibot';

/** What GitHub answers, as far as it is read. */
const words = v.nullish(v.string());
const time = v.pipe(
  v.string(),
  v.check((text) => !Number.isNaN(Date.parse(text))),
);
const user = v.nullish(v.object({ login: v.string() }));

export const workflowShape = v.object({
  id: v.number(),
  name: v.string(),
  path: v.string(),
  state: v.string(),
  html_url: words,
});
export type WorkflowShape = v.InferOutput<typeof workflowShape>;
export const workflowsShape = v.object({ workflows: v.array(workflowShape) });

export const runShape = v.object({
  id: v.number(),
  run_number: v.number(),
  path: v.string(),
  html_url: v.string(),
  event: v.string(),
  status: words,
  conclusion: words,
  head_branch: words,
  head_sha: v.string(),
  created_at: time,
  updated_at: v.nullish(time),
  run_started_at: v.nullish(time),
  workflow_id: v.nullish(v.number()),
  check_suite_id: v.nullish(v.number()),
  actor: user,
  triggering_actor: user,
  head_commit: v.nullish(
    v.object({ id: v.string(), message: v.string(), author: v.nullish(v.object({ name: v.string(), email: words })) }),
  ),
});
export type RunShape = v.InferOutput<typeof runShape>;
export const runsShape = v.object({ workflow_runs: v.array(runShape) });

export const jobShape = v.object({
  id: v.number(),
  name: v.string(),
  status: v.string(),
  conclusion: words,
  labels: v.nullish(v.array(v.string())),
  runner_name: words,
  steps: v.nullish(v.array(v.object({ name: v.string(), number: v.number(), status: v.string(), conclusion: words }))),
});
export type JobShape = v.InferOutput<typeof jobShape>;
export const jobsShape = v.object({ jobs: v.array(jobShape) });

export const comparisonShape = v.object({
  commits: v.array(
    v.object({
      sha: v.string(),
      commit: v.object({ message: v.string(), author: v.nullish(v.object({ name: words, email: words })) }),
      author: v.nullish(v.object({ login: words })),
    }),
  ),
});

export const repositoryShape = v.object({ default_branch: v.string(), html_url: v.string() });

export const environmentsShape = v.object({ environments: v.nullish(v.array(v.object({ name: v.string() }))) });

export const startedShape = v.object({ workflow_run_id: v.number() });

export const runnersShape = v.object({
  runners: v.array(v.object({ id: v.number(), name: v.string(), status: v.string(), busy: v.boolean() })),
});

export const checkRunsShape = v.object({
  check_runs: v.array(
    v.object({
      id: v.number(),
      name: v.string(),
      conclusion: words,
      check_suite: v.nullish(v.object({ id: v.number() })),
      output: v.nullish(v.object({ annotations_count: v.nullish(v.number()) })),
    }),
  ),
});

export const annotationsShape = v.array(
  v.object({ path: words, start_line: v.nullish(v.number()), annotation_level: words, title: words, message: words }),
);
export type AnnotationShape = v.InferOutput<typeof annotationsShape>[number];

export const artifactsShape = v.object({
  artifacts: v.array(
    v.object({
      id: v.number(),
      name: v.string(),
      size_in_bytes: v.nullish(v.number()),
      expired: v.nullish(v.boolean()),
      expires_at: v.nullish(time),
    }),
  ),
});

export const deploymentShape = v.object({ id: v.number(), sha: v.string(), environment: v.string() });

export const statusesShape = v.array(
  v.object({
    id: v.number(),
    state: v.string(),
    description: words,
    log_url: words,
    target_url: words,
    environment_url: words,
  }),
);

const team = v.object({ slug: v.string() });
const label = v.object({ name: words });

export const pullShape = v.object({
  number: v.number(),
  title: v.string(),
  html_url: v.string(),
  user,
  draft: v.nullish(v.boolean()),
  labels: v.nullish(v.array(label)),
  created_at: time,
  updated_at: time,
  head: v.object({ ref: v.string(), sha: v.string() }),
  base: v.object({ ref: v.string() }),
  requested_reviewers: v.nullish(v.array(v.nullable(v.object({ login: v.string() })))),
  requested_teams: v.nullish(v.array(team)),
});
export type PullShape = v.InferOutput<typeof pullShape>;
export const pullsShape = v.array(pullShape);

export const mergeableShape = v.object({ mergeable: v.nullish(v.boolean()) });

export const reviewsShape = v.array(v.object({ user, state: v.string() }));
export type ReviewShape = v.InferOutput<typeof reviewsShape>[number];

export const reportedShape = v.object({
  check_runs: v.array(
    v.object({ name: v.string(), status: v.string(), conclusion: words, html_url: words, details_url: words }),
  ),
});
export type CheckShape = v.InferOutput<typeof reportedShape>['check_runs'][number];

export const combinedShape = v.object({
  statuses: v.array(v.object({ context: v.string(), state: v.string(), target_url: words })),
});
export type StatusShape = v.InferOutput<typeof combinedShape>['statuses'][number];

export const membershipShape = v.object({ state: v.string() });
export const teamShape = team;
