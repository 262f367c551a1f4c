import { loadKeptCode } from './code.ts';

/** How the built worker begins. */
loadKeptCode(new URL('..', import.meta.url), 'child');
void import('./worker.ts');
