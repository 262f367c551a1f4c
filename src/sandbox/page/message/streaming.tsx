import { useState } from 'preact/hooks';
import { ask } from '../client.ts';
import { usePage } from '../page.ts';
import { Icon } from '../parts/icon.tsx';
import { sentenceFor } from '../shell/load.ts';

interface StreamingProps {
  channel: string;
  ts: string;
  state: 'in_progress' | 'errored';
}

/** Below a message that still grows: the way to stop it. Below one that broke off: that it did. */
export function Streaming({ channel, ts, state }: StreamingProps) {
  const page = usePage();
  const [isStopping, setStopping] = useState(false);
  if (state === 'errored') return <div class="message-body-broken">The answer broke off.</div>;
  const stop = (): void => {
    setStopping(true);
    ask('stop', { as: page.me.id, channel, ts }).catch((error) => {
      setStopping(false);
      page.tell(sentenceFor(error));
    });
  };
  return (
    <div class="message-body-live">
      <button type="button" class="button" disabled={isStopping} onClick={stop}>
        <Icon name="stop" size={16} />
        {isStopping ? 'Stopping…' : 'Stop'}
      </button>
    </div>
  );
}
