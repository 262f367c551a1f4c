import type { RoomOptions } from './testing/options.ts';
import { type Room } from './testing/room.ts';
/**
 * Opens a room to try lines in: a Slack on this machine and the real listener on your project, which runs them as it
 * would for people. Works in any test runner.
 *
 * What the project's programs do, they really do: point them at something that may be changed. The runs are recorded in
 * a journal of the room's own, so that your project's stays as it is. The room ends with its scope (`await using`) or
 * with `close()`, and leaves nothing behind.
 *
 * Rejects with a `SandboxError` where the listener does not start, as without a configuration: its message holds what
 * the listener said.
 *
 * @example
 * import { sandbox } from 'chatops/testing';
 *
 * await using room = await sandbox({ project: '.' });
 * const answer = await room.say('deploy uat').as('mary');
 * assert.equal(answer.exitCode, 0);
 * assert.match(answer.words, /is live in uat/);
 */
export declare function sandbox(options?: RoomOptions): Promise<Room>;
export type { RunRecord } from './context/journal.ts';
export type { ChannelOptions, Interacted, Message, PersonOptions, Sandbox } from './sandbox/server.ts';
export { SandboxError } from './sandbox/server.ts';
export type { Answer, AnswerFile } from './testing/answer.ts';
export type { Button } from './testing/buttons.ts';
export type { Line } from './testing/line.ts';
export type { RoomOptions } from './testing/options.ts';
export type { Room } from './testing/room.ts';
