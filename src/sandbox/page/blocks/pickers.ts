const two = (number: number): string => String(number).padStart(2, '0');

/** Seconds → what a datetime-local field has, in the zone of the browser. */
export function localTime(seconds: unknown): string {
  const at = new Date(Number(seconds) * 1000);
  if (typeof seconds !== 'number' || Number.isNaN(at.getTime())) return '';
  const date = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${date}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** And back; null for an empty field. */
export function secondsOf(local: string): number | null {
  const at = new Date(local).getTime();
  return Number.isNaN(at) ? null : Math.floor(at / 1000);
}
