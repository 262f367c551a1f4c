import type { Json } from './model.ts';
import type { Workspace } from './workspace.ts';

const addresses = ['url_private', 'url_private_download', 'permalink'];

function relocated(file: Json, origin: string): Json {
  const moved = addresses.flatMap((name) => {
    const address = typeof file[name] === 'string' ? URL.parse(file[name]) : null;
    return address ? [[name, origin + address.pathname]] : [];
  });
  return { ...file, ...Object.fromEntries(moved) };
}

/** Files of messages that were kept are at the address of this start, which may be another than the one before. */
export function relocateFiles({ conversations, origin }: Workspace): void {
  for (const { messages } of conversations.values()) {
    for (const [at, message] of messages.entries()) {
      if (message.files) messages[at] = { ...message, files: message.files.map((file) => relocated(file, origin)) };
    }
  }
}
