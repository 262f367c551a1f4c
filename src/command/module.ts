import { pathToFileURL } from 'node:url';

/** Loads a file of `ops` that is known by its path alone. The build has a shorter way to do so. */
export async function importModule(path: string): Promise<unknown> {
  return import(pathToFileURL(path).href);
}
