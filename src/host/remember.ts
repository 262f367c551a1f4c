import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { LoadedConfig } from '../context/config.ts';
import { codeKeyFolder } from '../system/code-folder.ts';

/** Reads the configuration again only where a file that it is made of has changed since. */
export function rememberConfig(load: () => Promise<LoadedConfig>): () => Promise<LoadedConfig> {
  let known: { loaded: LoadedConfig; state: string } | undefined;
  return async () => {
    if (known !== undefined && known.state === stateOf(known.loaded)) return known.loaded;
    const loaded = await load();
    known = { loaded, state: stateOf(loaded) };
    return loaded;
  };
}

function stateOf({ file, entries, config }: LoadedConfig): string {
  if (file === undefined) return '';
  const referred = entries.flatMap(({ from }) =>
    from.startsWith('file:') ? [resolve(dirname(file), from.slice('file:'.length))] : [],
  );
  return [file, codeKeyFolder(config.journal.path), ...referred].map(signatureOf).join();
}

function signatureOf(path: string): string {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return `${found?.ino}:${found?.size}:${found?.mtimeNs}`;
}
