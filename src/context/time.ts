/** `2026-11-21 05:09:31 UTC`: the same words wherever the reader is. */
export function formatTime(date: Date): string {
  return `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** https://www.rfc-editor.org/rfc/rfc3339 full-date: a day that is in the calendar. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;
}
