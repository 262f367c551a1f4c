export interface Latest {
  /** There is something new to send. */
  touch(): void;
  /** Sends what is new for the last time. Rejects where that fails. */
  finish(): Promise<void>;
}

/**
 * Sends what is newest, one after the other: what changes meanwhile goes with the next. `send` calls `taken` when it
 * looks at what it sends. After a failure nothing is sent until `finish`, which tries once more.
 */
export function createLatest(send: (taken: () => void) => Promise<void>): Latest {
  let dirty = false;
  let failed = false;
  let sending: Promise<void> | undefined;
  const taken = (): void => {
    dirty = false;
  };
  const sendAll = async (): Promise<void> => {
    while (dirty) await send(taken);
  };
  const touch = (): void => {
    dirty = true;
    if (failed || sending !== undefined) return;
    sending = sendAll()
      .catch(() => {
        failed = true;
        dirty = true;
      })
      .finally(() => {
        sending = undefined;
        if (dirty) touch();
      });
  };
  return {
    touch,
    finish: async () => {
      dirty = true;
      while (sending !== undefined) await sending;
      await sendAll();
    },
  };
}
