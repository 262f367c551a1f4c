import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Descriptions of vendors' APIs are no part of the project: they are used where they lie. */
const folder = process.env.CONTRACTS ?? join(import.meta.dirname, '../../../shared/contracts');

/** Undefined where it is not there. */
export function findContract(name: string): unknown {
  const file = join(folder, name);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** Behind the title of a test that is worth less without it. */
export const withoutContract = (contract: unknown): string =>
  contract === undefined ? ` (against no contract: there is none in ${folder})` : '';
