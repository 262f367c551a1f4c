import { OpsError } from '../context/errors.ts';
import { nearest } from './suggest.ts';

/** What to say to a name that nobody has: the nearest ones, or where to look. */
export function unknownCommand(words: readonly string[], names: readonly string[]): OpsError {
  const [first = ''] = words;
  const pair = words.slice(0, 2).join('-');
  const [near] = [...nearest(pair, names, 1), ...nearest(first, names, 1)];
  return new OpsError('usage', `there is no command "${first}"`, {
    hint: near === undefined ? 'ops help' : `did you mean ops ${near}?`,
  });
}
