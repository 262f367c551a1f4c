import { ask } from '../client.ts';
import { usePage } from '../page.ts';
import { sentenceFor } from '../shell/load.ts';

/** Puts a reaction on a message, or takes it away. */
export function useReact(channel: string, ts: string): (name: string, on: boolean) => void {
  const page = usePage();
  return (name, on) => {
    ask('react', { as: page.me.id, channel, ts, name, on }).catch((error) => page.tell(sentenceFor(error)));
  };
}
