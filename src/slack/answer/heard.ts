import type { Event } from '../../context/events.ts';
import type { Typed } from '../../context/host.ts';

export type Heard = ReturnType<typeof listenIn>;

/** What is known of a run from what it said: whether there is something to show, and to whom. */
export function listenIn(isUnseen = false) {
  let started = false;
  let line: string | undefined;
  let refused = false;
  let overdue = false;
  let shown = false;
  let asked = false;
  let mark: string | undefined;
  let question: { id: number; typed?: Typed; isCode?: true } | undefined;
  let inLine = false;
  let fillable = false;
  return {
    isStarted: () => started,
    /** What is carried out, which may be another line than was typed. */
    line: () => line,
    /** It lacks words that can be filled in. */
    isFillable: () => fillable,
    /** Its words made no sense, or what nobody saw may not be: nothing was done. */
    isRefused: () => refused,
    isSilent: () => !shown && !refused,
    /** It waits for others. */
    isInLine: () => inLine,
    /** The one that is open. */
    question: () => question,
    hasAsked: () => asked,
    /** Of the plan that it waits for approval of. */
    mark: () => mark,
    beOverdue: () => {
      overdue = true;
    },
    isToShow: (events: readonly Event[]): boolean => {
      for (const event of events) {
        if (event.type === 'started') line = event.line;
        started = line !== undefined;
        if (event.type === 'ask') {
          question = event;
          asked = true;
        }
        if (event.type === 'ask') question = event;
        if (event.type === 'note') inLine = event.waits ?? inLine;
        if (event.type === 'answer') question = undefined;
        if (event.type === 'parked') mark = event.mark;
        if (event.type === 'error') {
          refused ||= event.outcome === 'usage' ? !started : isUnseen && event.outcome === 'denied';
        }
        fillable ||= event.type === 'error' && event.isFillable === true;
      }
      const isEnding = events.some(({ type }) => type === 'finished');
      const isNew = events.some(isShown) || (overdue && started && !shown);
      shown ||= isNew;
      return isNew && !isEnding && !refused;
    },
  };
}

function isShown({ type }: Event): boolean {
  return type !== 'started' && type !== 'parked' && type !== 'finished';
}
