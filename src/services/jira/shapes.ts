import * as v from 'valibot';

const text = v.nullish(v.string());

/** Of Jira Cloud with an account's id, of Jira Server with a name. */
export const personShape = v.object({
  accountId: text,
  name: text,
  displayName: text,
  active: v.nullish(v.boolean()),
});

export const statusShape = v.object({
  name: v.string(),
  statusCategory: v.nullish(v.object({ key: text })),
});

const named = v.nullish(v.object({ name: v.string() }));

const shortShape = v.object({
  key: v.string(),
  fields: v.nullish(v.object({ summary: text, status: v.nullish(statusShape) })),
});

export const commentShape = v.object({
  id: v.string(),
  author: v.nullish(personShape),
  body: v.optional(v.unknown()),
  created: v.string(),
  updated: text,
});

export const commentsShape = v.object({
  comments: v.array(commentShape),
  total: v.nullish(v.number()),
});

const historyShape = v.object({
  id: v.string(),
  author: v.nullish(personShape),
  created: v.string(),
  // What an item has under `toString` is read by that name: no shape may name it.
  items: v.array(v.pipe(v.looseObject({ field: v.string() }), v.transform(itemOf))),
});

function itemOf(item: { field: string; [name: string]: unknown }) {
  const words = (name: string): string => (Object.hasOwn(item, name) && item[name] != null ? `${item[name]}` : '');
  return { field: item.field, from: words('fromString'), to: words('toString') };
}

export const issueShape = v.object({
  key: v.string(),
  fields: v.looseObject({
    summary: text,
    issuetype: named,
    status: v.nullish(statusShape),
    assignee: v.nullish(personShape),
    priority: named,
    labels: v.nullish(v.array(v.string())),
    created: text,
    updated: text,
    comment: v.nullish(commentsShape),
    description: v.optional(v.unknown()),
    reporter: v.nullish(personShape),
    resolution: named,
    duedate: text,
    components: v.nullish(v.array(v.object({ name: v.string() }))),
    fixVersions: v.nullish(v.array(v.object({ name: v.string() }))),
    parent: v.nullish(shortShape),
    subtasks: v.nullish(v.array(shortShape)),
    issuelinks: v.nullish(
      v.array(
        v.object({
          type: v.object({ inward: text, outward: text }),
          inwardIssue: v.nullish(shortShape),
          outwardIssue: v.nullish(shortShape),
        }),
      ),
    ),
  }),
  changelog: v.nullish(v.object({ histories: v.array(historyShape) })),
});

export const cloudPageShape = v.object({
  issues: v.nullish(v.array(issueShape)),
  isLast: v.nullish(v.boolean()),
  nextPageToken: text,
});

export const serverPageShape = v.object({ issues: v.array(issueShape), total: v.number() });

export const sprintShape = v.object({
  id: v.number(),
  name: v.string(),
  state: v.string(),
  startDate: text,
  endDate: text,
  goal: text,
});

export const pageOf = <Item extends v.GenericSchema>(item: Item) =>
  v.object({ values: v.array(item), isLast: v.nullish(v.boolean()) });

export const boardShape = v.object({ id: v.number(), type: text });

export const projectShape = v.object({ key: v.string(), name: v.string() });

const fieldShape = v.object({
  name: v.string(),
  required: v.boolean(),
  hasDefaultValue: v.nullish(v.boolean()),
  schema: v.nullish(v.object({ type: text, items: text, custom: text, system: text })),
  allowedValues: v.nullish(v.array(v.unknown())),
});

/** With its id, where it stands in a list. */
const listedFieldShape = v.object({ ...fieldShape.entries, fieldId: v.string() });

export const transitionsShape = v.object({
  transitions: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      to: statusShape,
      fields: v.nullish(v.record(v.string(), fieldShape)),
    }),
  ),
});

const typeShape = v.object({ id: v.string(), name: v.string(), subtask: v.nullish(v.boolean()) });

/** Jira Cloud and Jira Server call the same list by different names. */
export const typesShape = v.object({
  issueTypes: v.nullish(v.array(typeShape)),
  values: v.nullish(v.array(typeShape)),
});
export const fieldsShape = v.object({
  fields: v.nullish(v.array(listedFieldShape)),
  values: v.nullish(v.array(listedFieldShape)),
  total: v.nullish(v.number()),
});

export const createdShape = v.object({ key: v.string() });

export type PersonAnswer = v.InferOutput<typeof personShape>;
export type StatusAnswer = v.InferOutput<typeof statusShape>;
export type ShortAnswer = v.InferOutput<typeof shortShape>;
export type CommentAnswer = v.InferOutput<typeof commentShape>;
export type IssueAnswer = v.InferOutput<typeof issueShape>;
export type FieldAnswer = v.InferOutput<typeof fieldShape>;
