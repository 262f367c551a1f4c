import type { Limits } from '../../src/context/config.ts';

const many = { atOnce: 1000, perMinute: 100_000, waiting: 100_000 };

/** More than any test needs. */
export const noLimits: Limits = { person: many, room: many };
