import './control.css';
import { createContext } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { Json } from '../../state/model.ts';
import { ask } from '../client.ts';
import { usePage } from '../page.ts';
import { Icon } from '../parts/icon.tsx';
import type { Values } from '../protocol.ts';
import { ConfirmDialog } from './confirm.tsx';
import { isRecord, string } from './json.ts';
import { useSurface } from './surface.ts';

/** Set around the control of an input block: what it is called, and whether the app hears of a change at once. */
export interface InputPlace {
  isDispatching: boolean;
  isOptional: boolean;
  labelId: string;
  describedBy: string | undefined;
  isInvalid: boolean;
}

export const InputContext = createContext<InputPlace | undefined>(undefined);

export interface ControlProps {
  element: Json;
  blockId: string;
}

export interface Control {
  value: Json | undefined;
  isWaiting: boolean;
  failure: string | undefined;
  /** The question before it is done, while it is asked. */
  question: preact.JSX.Element | null;
  /** Keeps what a person put in, and tells the app where it listens. */
  change(value: Json): void;
  /** Only keeps it. */
  keep(value: Json): void;
  /** Tells the app; `then` is done once the person did not say no. */
  press(action: Json, then?: () => void): void;
}

const trouble = 'Something went wrong. Try again.';

function useSend({ element, blockId }: ControlProps) {
  const page = usePage();
  const { place } = useSurface();
  const [isWaiting, setWaiting] = useState(false);
  const [failure, setFailure] = useState<string>();
  const sent = useRef(0);
  useEffect(
    () => () => {
      sent.current = -1;
    },
    [],
  );
  const send = async (action: Json, values: Values): Promise<void> => {
    sent.current += 1;
    const own = sent.current;
    setWaiting(true);
    setFailure(undefined);
    const actionId = string(element['action_id']);
    const request = { as: page.me.id, place, blockId, actionId, action: { type: element['type'], ...action }, values };
    const answer = await ask('press', request).catch(() => ({ failure: trouble }));
    if (own !== sent.current) return;
    setWaiting(false);
    setFailure(answer.failure);
  };
  return { send, isWaiting, failure };
}

/** What every interactive element has in common. */
export function useControl(props: ControlProps): Control {
  const { element, blockId } = props;
  const surface = useSurface();
  const input = useContext(InputContext);
  const { send, isWaiting, failure } = useSend(props);
  const [asking, setAsking] = useState<() => void>();
  const actionId = string(element['action_id']);
  const confirmed = (act: () => void): void => {
    if (isRecord(element['confirm'])) setAsking(() => act);
    else act();
  };
  const keep = (value: Json): Values => surface.set(blockId, actionId, { type: element['type'], ...value });
  const isHeard = input === undefined || input.isDispatching;
  return {
    value: surface.values[blockId]?.[actionId],
    isWaiting,
    failure,
    keep,
    change(value) {
      if (isHeard) confirmed(() => void send(value, keep(value)));
      else keep(value);
    },
    press(action, then) {
      if (isWaiting) return;
      confirmed(() => {
        then?.();
        void send(action, surface.values);
      });
    },
    question: asking ? (
      <ConfirmDialog
        confirm={element['confirm']}
        onAnswer={(isYes) => {
          setAsking(undefined);
          if (isYes) asking();
        }}
      />
    ) : null,
  };
}

/** How a control is named and described to who cannot see it. */
export function useNames(element: Json, fallback: string): Json {
  const input = useContext(InputContext);
  if (input === undefined) return { 'aria-label': string(element['accessibility_label']) || fallback };
  return {
    'aria-labelledby': input.labelId,
    'aria-describedby': input.describedBy,
    'aria-invalid': input.isInvalid || undefined,
    'aria-required': !input.isOptional || undefined,
  };
}

export function Failure({ text }: { text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <span class="control-failure" role="alert">
      <Icon name="warning" size={16} />
      {text}
    </span>
  );
}

export const Spinner = () => <span class="control-spinner" aria-hidden="true" />;
