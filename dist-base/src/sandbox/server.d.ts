import type { Sandbox, SandboxOptions } from './sandbox.ts';
/**
 * Starts a Slack workspace on this machine: Web API, Socket Mode and the page on one port of 127.0.0.1.
 *
 * @example
 * const sandbox = await startSandbox({ people: [{ name: 'mary' }], channels: ['ops'] });
 * await sandbox.say({ as: 'mary', channel: '#ops', text: '@ops deploy uat' });
 */
export declare function startSandbox(options?: SandboxOptions): Promise<Sandbox>;
export type * from './interactions.ts';
export type * from './sandbox.ts';
export { SandboxError, SlackError } from './state/errors.ts';
export type { Message, Person } from './state/model.ts';
