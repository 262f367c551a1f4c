/** A file that a line names: by its path in a terminal; in a room one that is attached to the message. */
export interface FileInput {
  /** Without folders. */
  name: string;
  /** `text/csv`. */
  type: string;
  /** Bytes. */
  size: number;
  /** A room's file is fetched now, and once. */
  read(): Promise<Uint8Array>;
  /** In a terminal the file itself; in a room a private copy that is gone after the run. */
  path(): Promise<string>;
}

/** What is known of a file that is attached to a message, before anything of it is fetched. */
export interface AttachedFile {
  id: string;
  name: string;
  type: string;
  size: number;
}

/** The files attached to the message that a line was typed in. */
export interface Attachments {
  files: readonly AttachedFile[];
  /** Brings one to this machine, unless it is larger: the path of a private copy. */
  fetch(id: string, largest: number): Promise<string>;
}

export function isFileInput(value: unknown): value is FileInput {
  return typeof value === 'object' && value !== null && 'path' in value && typeof value.path === 'function';
}
