/** How deep objects and lists of a program may stand in each other. What is deeper could not be written down again. */
const deepest = 100;

export const isTooDeep = (value: unknown, left: number = deepest): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (left === 0 || Object.values(value).some((item) => isTooDeep(item, left - 1)));
