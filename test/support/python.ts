import { spawnSync } from 'node:child_process';

/** Whether this machine can run the tests of Python scripts; where it cannot, their titles say so. */
export const hasPython = spawnSync('python3', ['--version']).status === 0;

export const withoutPython = hasPython ? '' : ' (left out: python3 is not on this machine)';
