import type { Frame } from './protocol.ts';

export interface LiveOptions {
  /** ws://…/page/live?as=… */
  address: string;
  onFrame(frame: Frame): void;
  /** The connection is gone; another one is tried until it holds. */
  onLost(): void;
  /** Milliseconds before the n-th attempt, from 0. */
  delay?(attempt: number): number;
}

export interface Live {
  /** Tries at once, as when the machine is back online. */
  hurry(): void;
  close(): void;
}

/** Doubles from a quarter of a second to five, a part of it by chance so that many pages do not come back at once. */
export const backOff = (attempt: number, chance: number): number =>
  Math.min(5000, 250 * 2 ** attempt) * (0.75 + chance / 4);

/** Follows what the server tells, over and over: after each connection it begins with a hello. */
export function follow({ address, onFrame, onLost, delay = (n) => backOff(n, Math.random()) }: LiveOptions): Live {
  let socket: WebSocket | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempt = 0;
  let closed = false;
  const connect = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const opened = new WebSocket(address);
    socket = opened;
    opened.onmessage = ({ data }) => {
      attempt = 0;
      if (opened === socket && !closed) onFrame(JSON.parse(String(data)) as Frame);
    };
    opened.onclose = () => {
      if (opened !== socket || closed) return;
      onLost();
      timer = setTimeout(connect, delay(attempt++));
    };
  };
  connect();
  return {
    hurry() {
      if (timer !== undefined) connect();
    },
    close() {
      closed = true;
      clearTimeout(timer);
      socket?.close();
    },
  };
}
