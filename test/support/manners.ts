import type { RoomConfig } from '../../src/context/config.ts';
import type { Manners } from '../../src/slack/answer/manners.ts';

/** Every room is like any other, and no line has to wait. */
export function plainManners(settings: RoomConfig = { reply: 'channel', quiet: false }): Manners {
  return {
    rooms: { settingsOf: async () => settings, where: () => [] },
    reactions: { begin: () => () => {}, settle: () => {}, idle: async () => {} },
    habits: { isQuick: () => undefined, learn: () => {} },
    inLine: { enter: () => ({ [Symbol.dispose]: () => {} }), tell: async () => false, refusal: () => undefined },
  };
}
