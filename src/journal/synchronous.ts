export interface Synchronous {
  /** Whether what is written from now on waits for the disk. */
  waitForDisk(waits: boolean): void;
  /** Before a commit begins. */
  apply(): void;
}

/**
 * In WAL, NORMAL may forget the last commits when the power fails, and a change that began would be unknown. FULL costs
 * one flush a commit. To say which costs a small write a tenth: it is said where it changes. A connection begins with
 * FULL.
 */
export function createSynchronous(say: (sql: string) => void): Synchronous {
  let [wanted, said] = ['FULL', 'FULL'];
  return {
    waitForDisk: (waits) => {
      wanted = waits ? 'FULL' : 'NORMAL';
    },
    apply: () => {
      if (wanted === said) return;
      say(`PRAGMA synchronous = ${wanted}`);
      said = wanted;
    },
  };
}
