import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { DisconnectReason } from '../sandbox.ts';
import type { Clock } from '../state/clock.ts';
import { disconnectFrame, host, readAck } from './frames.ts';

/** What passes through a connection, for who writes it down. */
export interface FrameLog {
  frame(connection: number, direction: 'in' | 'out', frame: string): void;
}

export interface LinkOptions {
  clock: Clock;
  pingInterval: number;
  warningPeriod: number;
  /** Milliseconds; 0 is for ever. */
  lifetime: number;
  frames: FrameLog;
  onAck(id: string, payload: unknown): void;
  onGone(): void;
}

/** One WebSocket of the app. */
export interface Link {
  isOpen(): boolean;
  send(frame: string): void;
  cut(): void;
  dismiss(reason: DisconnectReason): void;
  /** The close handshake is done, though TCP may stay. */
  gone(): void;
}

/** A connection that was told to go and stays is ended. */
const patience = 10_000;
/** So is TCP that was left open. */
const tcpPatience = 30_000;

/** Pings are about this machine's time: a clock that is moved does not end a connection. */
function keepAlive(socket: WebSocket, interval: number): () => void {
  if (interval <= 0) return () => {};
  let answered = true;
  socket.on('pong', () => {
    answered = true;
  });
  const timer = setInterval(() => {
    if (!answered) return socket.terminate();
    answered = false;
    socket.ping(`Ping from ${host}`);
  }, interval);
  return () => clearInterval(timer);
}

/** Slack answers the close of a connection and leaves TCP open, where `isLeft` says so then; the client's own end is answered. */
export function leaveOpen(socket: Duplex, isLeft: () => boolean, onClosed: () => void): void {
  const end = socket.end.bind(socket);
  socket.once('end', () => end());
  socket.end = () => {
    if (!isLeft()) return end();
    onClosed();
    setTimeout(() => end(), tcpPatience).unref();
    return socket;
  };
}

export function createLink(socket: WebSocket, number: number, options: LinkOptions): Link {
  const { clock, warningPeriod, lifetime, frames } = options;
  const cancels = [keepAlive(socket, options.pingInterval)];
  const isOpen = (): boolean => socket.readyState === socket.OPEN;
  /** What goes wrong with a frame costs this connection, and nothing else. */
  const guarded =
    <More extends unknown[]>(act: (frame: string, ...more: More) => void) =>
    (frame: string, ...more: More): void => {
      try {
        act(frame, ...more);
      } catch {
        socket.terminate();
      }
    };
  const later = (ms: number, task: () => void): void => void cancels.push(clock.timer(ms, task));
  const link: Link = {
    isOpen,
    send: guarded((frame) => {
      frames.frame(number, 'out', frame);
      socket.send(frame);
    }),
    cut: () => socket.terminate(),
    dismiss(reason) {
      if (!isOpen()) return;
      link.send(disconnectFrame(reason));
      if (reason === 'warning') later(warningPeriod, () => link.dismiss('refresh_requested'));
      else later(patience, () => socket.close(1000));
    },
    gone() {
      for (const cancel of cancels.splice(0)) cancel();
      options.onGone();
    },
  };
  socket.on('error', () => socket.terminate());
  socket.on('close', link.gone);
  const take = guarded((frame, isText: boolean) => {
    frames.frame(number, 'in', frame);
    const ack = isText ? readAck(frame) : undefined;
    if (ack) options.onAck(ack.id, ack.payload);
  });
  socket.on('message', (data, isBinary) => {
    take(isBinary ? `binary of ${(data as Buffer).length} bytes` : String(data), !isBinary);
  });
  if (lifetime > 0) later(Math.max(0, lifetime - warningPeriod), () => link.dismiss('warning'));
  return link;
}
