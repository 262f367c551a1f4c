import { splitOutside } from './locator.ts';

/** Names, and what is wanted within each. */
export interface Fields {
  [name: string]: { within: Fields | undefined; locator: string };
}

/** `count,build(id,builds($locator(count:1),build(id)))` */
export function parseFields(text: string): Fields {
  const entries = splitOutside(text, ',').map((part): [string, Fields[string]] => {
    const [, name = '', inner] = /^([\w-]+)(?:\(([\s\S]*)\))?$/.exec(part) ?? [];
    if (name === '') throw new Error(`Bad fields: ${part}`);
    if (inner === undefined) return [name, { within: undefined, locator: '' }];
    const [first = '', ...rest] = splitOutside(inner, ',');
    const locator = /^\$locator\(([\s\S]*)\)$/.exec(first)?.[1];
    const fields = parseFields(locator === undefined ? inner : rest.join(','));
    return [name, { within: fields, locator: locator ?? '' }];
  });
  return Object.fromEntries(entries);
}

/** Of a view what is wanted of it. What costs something is a function of its locator. */
export function prune(view: unknown, fields: Fields | undefined): unknown {
  if (fields === undefined) return typeof view === 'object' && view !== null ? {} : view;
  if (Array.isArray(view)) return view.map((one) => prune(one, fields));
  if (typeof view !== 'object' || view === null) return view;
  const entries = Object.entries(fields).flatMap(([name, { within, locator }]) => {
    const found = (view as Record<string, unknown>)[name];
    const value = typeof found === 'function' ? found(locator) : found;
    return value === undefined ? [] : [[name, prune(value, within)] as const];
  });
  return Object.fromEntries(entries);
}
