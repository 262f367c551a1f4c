import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The folder with vendors' descriptions of their interfaces, which are not ours to keep here. */
const folder = process.env['OPS_CONTRACTS'] ?? join(import.meta.dirname, '../../../shared/contracts');

/** The path of one of them; undefined where it is not there. */
export function findContract(name: string): string | undefined {
  const path = join(folder, name);
  return existsSync(path) ? path : undefined;
}

/** For the title of a test that checks against it. */
export const contractWords = (name: string): string =>
  findContract(name) === undefined ? ` (unchecked: no ${name}; OPS_CONTRACTS names its folder)` : '';
