/** The same numbers for the same seed, from 0 up to 1. https://en.wikipedia.org/wiki/Linear_congruential_generator */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export type Trouble =
  | 'cut connections'
  | 'refresh'
  | 'announced refresh'
  | 'duplicates'
  | '500 after storing'
  | '500 before storing'
  | 'cut answer'
  | '429'
  | 'kill -9';

/** What goes wrong before each line: a kill at equal distances, all else by chance. */
export function planTroubles(lines: number, kills: number, seed: number): Trouble[][] {
  const random = seeded(seed);
  const chances: readonly (readonly [Trouble, number])[] = [
    ['cut connections', 0.004],
    ['refresh', 0.004],
    ['announced refresh', 0.002],
    ['duplicates', 0.03],
    ['500 after storing', 0.01],
    ['500 before storing', 0.01],
    ['cut answer', 0.005],
    ['429', 0.01],
  ];
  const plan = Array.from({ length: lines }, () =>
    chances.filter(([, chance]) => random() < chance).map(([trouble]) => trouble),
  );
  for (let kill = 1; kill <= kills; kill++) plan[Math.floor((lines * kill) / (kills + 1))]?.push('kill -9');
  return plan;
}
