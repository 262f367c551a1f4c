import { type SurfaceKind } from './blocks.ts';
/** What Slack would complain about in blocks of this surface; nothing, when they are right. */
export declare function checkBlocks(value: unknown, surface?: SurfaceKind, base?: string): string[];
/** All markdown of a message counts together. */
export declare function markdownTooLong(value: readonly unknown[]): boolean;
