import type { OutputMode } from '../context/host.ts';

export interface Peek extends OutputMode {
  debug: boolean;
  version: boolean;
  config: string | undefined;
}

/**
 * What must be known of a line before it can be parsed: which configuration names its commands, how to say what is
 * wrong with it, and whether only the version is asked for. Looks no further than `--`.
 */
export function peek(argv: readonly string[]): Peek {
  const end = argv.indexOf('--');
  const words = end === -1 ? argv : argv.slice(0, end);
  const at = words.findIndex((word) => word === '--config' || word.startsWith('--config='));
  const config = words[at]?.startsWith('--config=') ? words[at].slice('--config='.length) : words[at + 1];
  return {
    json: words.includes('--json'),
    color: !words.includes('--no-color'),
    debug: words.includes('--debug'),
    version: words.includes('--version') && words.every((word) => word.startsWith('-')),
    config: at === -1 ? undefined : config,
  };
}
