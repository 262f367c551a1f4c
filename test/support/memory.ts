import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
/** Frees what nothing refers to. */
export const collect: () => Promise<void> = async () => {
  // What a weak reference was asked for is kept until the end of the task.
  await new Promise((resolve) => setImmediate(resolve));
  runInNewContext('gc')();
};
