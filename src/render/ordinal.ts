const ordinals = ['next', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** A place in line: 1 is the next one. */
export function ordinal(place: number): string {
  return ordinals[place - 1] ?? `number ${place}`;
}
