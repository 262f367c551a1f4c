import * as v from 'valibot';
import { OpsError } from '../../context/errors.ts';
import type { Answer } from './client.ts';

/** What an answer holds; throws where that has another shape. */
export type ReadAnswer = <Schema extends v.GenericSchema>(
  schema: Schema,
  answer: Pick<Answer, 'json'>,
  path: string,
) => v.InferOutput<Schema>;

/** Reads the answers of one system; `doubt` asks what may be wrong where they are not its own. */
export function answersOf(system: string, doubt: string): ReadAnswer {
  return (schema, answer, path) => {
    const { success, output, issues } = v.safeParse(schema, answer.json());
    if (success) return output;
    const [issue] = issues;
    const where = issue === undefined ? '' : (v.getDotPath(issue) ?? 'the whole');
    throw new OpsError('unavailable', `${system} (${path}) answers in another shape than ${system} does, at ${where}`, {
      hint: `${doubt} ops config`,
    });
  };
}
