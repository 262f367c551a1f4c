/** What is looked for: `{ buildType: { id: 'Web_Deploy' }, count: 20 }`. What is undefined is left out. */
export interface Locator {
  readonly [dimension: string]: string | number | boolean | Locator | undefined;
}

/**
 * `buildType:(id:Web_Deploy),count:20`. It is to be encoded as a whole where it goes into an address.
 * https://www.jetbrains.com/help/teamcity/rest/locators.html
 */
export function locatorOf(parts: Locator): string {
  return Object.entries(parts)
    .flatMap(([dimension, value]) => (value === undefined ? [] : [`${dimension}:${valueText(value)}`]))
    .join(',');
}

function valueText(value: string | number | boolean | Locator): string {
  if (typeof value === 'object') return `(${locatorOf(value)})`;
  return typeof value === 'string' ? escaped(value) : `${value}`;
}

/** Parentheses take what divides, and are themselves taken encoded alone. */
function escaped(value: string): string {
  if (/[()$]/.test(value) || value.trim() !== value || value === '') {
    return `($base64:${Buffer.from(value).toString('base64url')})`;
  }
  return /[:,]/.test(value) ? `(${value})` : value;
}

/** A branch by the name that people see; as text of its own where it could be read as a locator. */
export function branchOf(name: string | undefined): Locator {
  if (name === undefined) return { default: 'any' };
  return /[:,()$]/.test(name) ? { name: { value: name } } : { name };
}
