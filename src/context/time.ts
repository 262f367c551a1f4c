/** `2026-11-21 05:09:31 UTC`: the same words wherever the reader is. */
export function formatTime(date: Date): string {
  return `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
