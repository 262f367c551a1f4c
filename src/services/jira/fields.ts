import * as v from 'valibot';
import type { Jira } from './ask.ts';

/** Ids of the fields that boards have brought along: they differ from one Jira to the next. */
export interface BoardFields {
  sprint: string | undefined;
  flagged: string | undefined;
}

const shape = v.array(
  v.object({ id: v.string(), name: v.string(), schema: v.nullish(v.object({ custom: v.nullish(v.string()) })) }),
);

/** Asked for once. */
export function createBoardFields(jira: () => Jira): () => Promise<BoardFields> {
  let asked: Promise<BoardFields> | undefined;
  return () => (asked ??= look(jira()));
}

async function look(jira: Jira): Promise<BoardFields> {
  const fields = (await jira.find('/field', shape)) ?? [];
  return {
    sprint: fields.find(({ schema }) => schema?.custom === 'com.pyxis.greenhopper.jira:gh-sprint')?.id,
    flagged: fields.find(({ name, schema }) => name === 'Flagged' && schema?.custom != null)?.id,
  };
}
