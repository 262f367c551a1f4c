import { fileURLToPath } from 'node:url';
import { loadKeptCode } from './code.ts';

/** How the built worker begins. */
loadKeptCode(fileURLToPath(new URL('..', import.meta.url)).slice(0, -1));
void import('./worker.ts');
