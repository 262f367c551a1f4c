import { code } from '../context/blocks.ts';
import { exitCodes, type Outcome } from '../context/errors.ts';
import type { Event, Sink } from '../context/events.ts';

type Failure = Extract<Event, { type: 'error' }>;

/** For `--json`: whatever happens, stdout gets exactly one object; all that a program prints goes to stderr. */
export function asJson(sink: Sink): Sink {
  let printed = false;
  const print = (data: unknown, indent = 2): undefined | Promise<void> => {
    if (printed) return undefined;
    const text = toJson(data, indent);
    printed = true;
    return sink({ type: 'result', data, blocks: [code(text)] });
  };
  return (event) => {
    switch (event.type) {
      case 'line':
        return sink({ ...event, stream: 'stderr' });
      case 'result':
        // Whoever waits for a run that goes on reads a line: there is no end to read to.
        return print(event.data, event.isReady ? 0 : 2);
      case 'error':
        return inTurn(print({ error: withoutType(event) }), () => sink(event));
      case 'finished':
        return inTurn(print(emptyResult(event.outcome, event.exitCode)), () => sink(event));
      default:
        return sink(event);
    }
  };
}

const withoutType = ({ type: _type, ...error }: Failure): object => error;

const emptyResult = (outcome: Outcome, exitCode: number): object =>
  outcome === 'ok' && exitCode === exitCodes.ok
    ? {}
    : { error: { outcome, exitCode, message: `The run ended: ${outcome}` } };

const inTurn = (
  first: undefined | Promise<void>,
  second: () => undefined | Promise<void>,
): undefined | Promise<void> => (first === undefined ? second() : first.then(second));

// What JSON allows and a surface would not show as it is.
const unshowable = /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/gu;

function toJson(data: unknown, indent: number): string {
  const text = JSON.stringify(data ?? {}, (_, value) => (typeof value === 'bigint' ? String(value) : value), indent);
  return text.replace(unshowable, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
