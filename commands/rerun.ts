import { defineCommand } from '../src/index.ts';

export default defineCommand({
  name: 'rerun',
  summary: 'Repeat a run',
  description:
    'Carries out the line of an earlier run as if you had typed it here: with your rights, a plan and a question of its own, and what a branch means now. A --yes of that time is not repeated. It is a run of its own, and the journal knows which one it repeats.',
  args: { run: { summary: 'Its id, or the first four characters of it', required: true } },
  examples: [
    { line: 'ops rerun k3f9', says: 'the same line again' },
    { line: 'ops rerun k3f9 --dry-run', says: 'what that would do now' },
  ],
  effect: 'change',
  repeats: 'run',
});
