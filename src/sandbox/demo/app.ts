import type { AppOptions } from '../sandbox.ts';

/** What the app of `ops manifest` gives people to start it with. */
export const app = {
  commands: [
    { command: '/ops', description: 'Run an operation', usageHint: '[command] [arguments]', shouldEscape: true },
  ],
  shortcuts: [{ callbackId: 'ops_run', name: 'Run as ops', type: 'message' }],
} as const satisfies AppOptions;
