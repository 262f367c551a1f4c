import type { Json } from '../../state/model.ts';
import { records, string } from '../blocks/json.ts';

/** A view with something to fill in has a button that sends it, named or not. */
export const hasInputs = (blocks: readonly Json[]): boolean => records(blocks).some(({ type }) => type === 'input');

/** Errors for blocks that are no inputs of this view: they would not be seen beside any. */
export function misplacedErrors(blocks: readonly Json[], errors: Readonly<Record<string, string>>): string[] {
  const inputs = records(blocks).flatMap(({ type, block_id: id }) => (type === 'input' ? [string(id)] : []));
  return Object.entries(errors).flatMap(([id, error]) => (inputs.includes(id) ? [] : [error]));
}
