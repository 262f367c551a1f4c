/** What it takes to run programs, in one file to load. */
export { openGit } from '../services/git/git.ts';
export { createExec } from '../system/exec.ts';
