import { functions } from './functions.ts';
import { type Expression, parseTarget } from './parse.ts';
import type { Store, Stored } from './store.ts';
import { secondsOf } from './time.ts';

/** What a person asked for that there is not: Graphite answers 400, and says of a function in which targets it is. */
export class InvalidParameter extends Error {
  readonly isInTarget: boolean;

  constructor(message: string, isInTarget = false) {
    super(message);
    this.isInTarget = isInTarget;
  }
}

export interface Window {
  from: number;
  until: number;
}

/** The series of a target; of a name that is not there, none. */
export function evaluate(target: string, window: Window, store: Store): Stored[] {
  return target === '' ? [] : seriesOf(parseTarget(target), window, store);
}

function seriesOf(expression: Expression, window: Window, store: Store): Stored[] {
  if (expression.type === 'path') return store.fetch(expression.path, window.from, window.until);
  if (expression.type !== 'call') return [];
  const { name, args } = expression;
  const given = args.flatMap(givenBy);
  if (name === 'timeShift') return shifted(args, given, window, store);
  if (name === 'movingAverage') return moving(args, given, window, store);
  const called = functions[name];
  if (called === undefined) throw new InvalidParameter(`Received request for unknown function: ${name}`, true);
  const series = args.flatMap((arg) => seriesOf(arg, window, store));
  const isEach = name === 'scale' || name === 'offset' || name === 'absolute';
  return called({ series, given, name: isEach ? name : written(expression) });
}

function givenBy(arg: Expression): (number | string)[] {
  if (arg.type === 'number') return [arg.value];
  return arg.type === 'text' ? [arg.text] : [];
}

function shifted(
  [inner]: readonly Expression[],
  [by]: readonly (number | string)[],
  { from, until }: Window,
  store: Store,
): Stored[] {
  const seconds = secondsOf(`${by}`.replace(/^[+-]/, ''));
  if (inner === undefined || seconds === undefined) throw new TypeError(`Invalid offset string "${by}"`);
  const found = seriesOf(inner, { from: from - seconds, until: until - seconds }, store);
  return found.map((one) => ({ ...one, name: `timeShift(${one.name}, "-${by}")`, start: one.start + seconds }));
}

/** Of the values before each: those before the window count too. */
function moving(
  [inner]: readonly Expression[],
  [points]: readonly (number | string)[],
  { from, until }: Window,
  store: Store,
): Stored[] {
  if (inner === undefined || typeof points !== 'number') throw new TypeError('movingAverage takes a number of points');
  return seriesOf(inner, { from, until }, store).map((one, index) => {
    const before = seriesOf(inner, { from: from - points * one.step, until }, store)[index] ?? one;
    const lead = before.values.length - one.values.length;
    const values = one.values.map((_, at) => {
      const known = before.values.slice(at + lead - points, at + lead).filter((value) => value !== null);
      return known.length === 0 ? null : known.reduce((total, value) => total + value, 0) / known.length;
    });
    return { ...one, name: `movingAverage(${one.name},${points})`, values };
  });
}

function written(expression: Expression): string {
  switch (expression.type) {
    case 'path':
      return expression.path;
    case 'text':
      return `"${expression.text}"`;
    case 'number':
      return `${expression.value}`;
    case 'call':
      return `${expression.name}(${expression.args.map(written).join(',')})`;
  }
}
