import type { Picture } from './events.ts';

export interface ExecOptions {
  cwd?: string;
  /** Added to the few variables that every program gets (PATH, HOME, LANG …). */
  env?: Readonly<Record<string, string>>;
  /** Names of variables of this process that it gets too, as far as they are set. */
  inherit?: readonly string[];
  signal?: AbortSignal;
  /** Milliseconds between SIGTERM and SIGKILL. @default 5000 */
  grace?: number;
  /**
   * Called with whole lines as they come, and with the pictures that stood in them; a pending promise holds the program
   * back. Without it, output is collected.
   */
  onLines?: (stream: 'stdout' | 'stderr', text: string, pictures: readonly Picture[]) => undefined | Promise<void>;
  /**
   * Called a few times a second at the most with a last line that no line break ends yet, such as a percentage that is
   * written over, and with nothing where there is none any more. Only with `onLines`.
   */
  onProgress?: (stream: 'stdout' | 'stderr', text: string) => void;
  /** Called once the program runs, with the id of the process group it leads. */
  onStart?: (pid: number) => void;
}

export interface ExecResult {
  exitCode: number;
  /** What was collected, without the last line break; empty where `onLines` was given. */
  stdout: string;
  stderr: string;
}

/**
 * Runs a program: an executable and its arguments, never through a shell. A non-zero exit is a result, not an error.
 * Throws OpsError: `failed` where the program cannot be started, the signal's reason where it was stopped.
 */
export type Exec = (file: string, args: readonly string[], options?: ExecOptions) => Promise<ExecResult>;

export interface HttpOptions {
  method?: string;
  headers?: Readonly<Record<string, string>>;
  body?: string | Blob;
  signal?: AbortSignal;
  /** Milliseconds; where the body is saved, those that may pass until more of it comes. @default 15000 */
  timeout?: number;
  /** Writes the body into a file as it comes; no redirect is followed then. */
  save?: SaveOptions;
  /** Bytes of the body that are read, whole characters: what is more is left there. @default all, up to 10 MB */
  most?: number;
  /** @default 'follow' */
  redirect?: 'follow' | 'manual';
  /** PEM of authorities that are trusted besides those of the machine. */
  ca?: string;
}

export interface HttpResponse {
  status: number;
  headers: Headers;
  /** Empty where the body was saved. */
  text: string;
  /** There was more than was saved, or read. */
  isCut?: boolean;
  /** Of the text, where `most` was given; those that were saved. */
  bytes?: number;
}

export interface SaveOptions {
  path: string;
  /** Bytes: no more of it is written. @default all */
  largest?: number | undefined;
  /** Of the file, where it is a new one. @default 0o600 */
  mode?: number;
  /** Is told each time how many bytes there are by now. */
  onBytes?: ((bytes: number) => void) | undefined;
}

/** One request. Any status is a result. Throws OpsError `unavailable` where no answer comes. */
export type Http = (url: string, options?: HttpOptions) => Promise<HttpResponse>;

/** Files of this machine. Throws OpsError naming the path and what is wrong with it. */
export interface Files {
  exists(path: string): Promise<boolean>;
  /** Bytes; undefined where there is no such file. */
  size(path: string): Promise<number | undefined>;
  /** All of a file that has no more than `most` bytes; with `from`, so many of its bytes from there. */
  read(path: string, options: { most: number; from?: number }): Promise<Uint8Array>;
  /** Never overwrites. */
  create(path: string, content: string, options?: { executable?: boolean }): Promise<void>;
  /** Writes over what is there. */
  replace(path: string, content: Uint8Array): Promise<void>;
}

/** What all requests go through, where the environment names one (HTTPS_PROXY, HTTP_PROXY, NO_PROXY). */
export interface HttpProxy {
  /** Its host, for showing. */
  address: string;
  fetch: typeof globalThis.fetch;
  /** For WebSockets: a dispatcher of undici. */
  dispatcher: object;
}
