/** Waits until something holds, and says what did not where it never does. */
export async function eventually(what: string, holds: () => boolean, ms = 10_000): Promise<void> {
  const end = Date.now() + ms;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`after ${ms} ms it is still not so that ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
