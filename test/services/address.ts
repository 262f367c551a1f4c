/** Where `test/services/up` has started what a test asks. */
export function serviceAt(name: string): string {
  const url = process.env[name];
  if (url === undefined) throw new Error(`${name} is not set: npm run test:services`);
  return url;
}

/** When the last of the values is that they were given. */
export const endOfValues = (): number => Number(serviceAt('METRICS_END'));
