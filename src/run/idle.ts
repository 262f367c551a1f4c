import type { Child } from './child.ts';

/** Children without a run: those that are ready, and those that are made so. */
export interface Idle {
  size(): number;
  /** It is made ready: the last in line until then. */
  expect(child: Child): void;
  /** It is ready, and warm: the first in line. An old one is one that others are better than. */
  add(child: Child, isOld: boolean): void;
  remove(child: Child): void;
  hasReady(): boolean;
  /** One that is ready and not old. */
  hasYoung(): boolean;
  /** One that is not old: it may not be ready yet. */
  hasSuccessor(): boolean;
  /** All that are ready are old, and one that is not is being made so: on a slow machine, that takes long. */
  isBeingSucceeded(): boolean;
  first(): Child | undefined;
  /** Whether the first one could be made ready; true where there is none. */
  warm(): Promise<boolean>;
  /** One that nothing is lost with: it is old, or not ready, or no better than the others. */
  least(): Child | undefined;
}

export function createIdle(): Idle {
  const line: Child[] = [];
  const [ready, old] = [new WeakSet<Child>(), new WeakSet<Child>()];
  const isYoung = (child: Child): boolean => ready.has(child) && !old.has(child);
  const hasReady = (): boolean => line.some((child) => ready.has(child));
  const hasSuccessor = (): boolean => line.some((child) => !old.has(child));
  return {
    size: () => line.length,
    expect: (child) => {
      line.push(child);
      void child.ready.then((isReady) => isReady && ready.add(child));
    },
    add: (child, isOld) => {
      line.unshift(child);
      ready.add(child);
      if (isOld) old.add(child);
    },
    remove: (child) => {
      if (line.includes(child)) line.splice(line.indexOf(child), 1);
    },
    hasReady,
    hasYoung: () => line.some(isYoung),
    hasSuccessor,
    isBeingSucceeded: () => hasReady() && !line.some(isYoung) && hasSuccessor(),
    first: () => {
      const found = line.find((child) => ready.has(child)) ?? line[0];
      return found === undefined ? undefined : line.splice(line.indexOf(found), 1)[0];
    },
    warm: async () => line[0]?.ready ?? true,
    least: () => {
      const found = line.findIndex((child) => !isYoung(child));
      return found === -1 ? line.pop() : line.splice(found, 1)[0];
    },
  };
}
