/** Milliseconds after which what never comes is said to be missing. */
const patience = 60_000;

/** Waits for what another process, or the rest of this one, brings about, and says what did not come. */
export async function until(holds: () => boolean, what: string): Promise<void> {
  const end = Date.now() + patience;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`after ${patience} ms it is still not so that ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
