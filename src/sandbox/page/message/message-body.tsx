import './message-body.css';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Json, Message } from '../../state/model.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { Collapsible } from '../blocks/collapsible.tsx';
import { records } from '../blocks/json.ts';
import { endsInWords, TailContext } from '../blocks/rich-text.tsx';
import { SurfaceContext, useNewSurface } from '../blocks/surface.ts';
import { Mrkdwn } from '../blocks/text.tsx';
import { tip } from '../parts/tooltip.tsx';
import type { Place } from '../protocol.ts';
import { Attachments } from './attachments.tsx';
import { Files } from './files.tsx';
import { Streaming } from './streaming.tsx';

interface MessageBodyProps {
  channel: string;
  message: Message;
}

const none: readonly Json[] = [];

function Words({ channel, message, tail }: MessageBodyProps & { tail: ComponentChildren }) {
  const { text, subtype, ts } = message;
  if (subtype === 'tombstone') return <div class="message-body-gone">{text}</div>;
  return (
    <div class={subtype === 'me_message' ? 'message-body-text message-body-me' : 'message-body-text'}>
      <Collapsible name={`${channel} ${ts}`}>
        <Mrkdwn text={text} tail={tail} />
      </Collapsible>
    </div>
  );
}

function Edited({ edited }: { edited: NonNullable<Message['edited']> }) {
  const at = new Date(Number(edited.ts) * 1000);
  return (
    <span class="message-body-edited" {...tip(at.toLocaleString('en-US', { dateStyle: 'medium', timeStyle: 'short' }))}>
      {' (edited)'}
    </span>
  );
}

/** What it says in words or blocks, and that it was edited where it was. */
function Content({ channel, message, place }: MessageBodyProps & { place: Place }) {
  const { blocks = none, edited, text } = message;
  const last = blocks.at(-1);
  const label = edited && <Edited edited={edited} />;
  if (blocks.length === 0 && text !== '') return <Words channel={channel} message={message} tail={label} />;
  if (!last || !label) return <Blocks blocks={blocks} place={place} />;
  if (!endsInWords(last)) {
    return (
      <>
        <Blocks blocks={blocks} place={place} />
        {label}
      </>
    );
  }
  return (
    <TailContext value={{ block: last, tail: label }}>
      <Blocks blocks={blocks} place={place} />
    </TailContext>
  );
}

const streaming = {
  in_progress: 'message-body-streaming',
  completed: 'message-body-over',
  errored: 'message-body-over',
} as const;

/** Everything that a message says: its words or blocks, what hangs below them, and its files. */
export function MessageBody({ channel, message }: MessageBodyProps) {
  const { ts, blocks = none, attachments = none, files = none, streaming_state: stream } = message;
  const place = useMemo<Place>(() => ({ channel, ts }), [channel, ts]);
  const all = useMemo(
    () => [...blocks, ...attachments.flatMap((one) => records(one['blocks']))],
    [blocks, attachments],
  );
  const surface = useNewSurface(place, all);
  return (
    <SurfaceContext value={surface}>
      <div class={`message-body ${stream === undefined ? '' : streaming[stream]}`}>
        <Content channel={channel} message={message} place={place} />
        {attachments.length > 0 && <Attachments attachments={attachments} place={place} />}
        {files.length > 0 && <Files files={files} />}
        {stream !== undefined && stream !== 'completed' && <Streaming channel={channel} ts={ts} state={stream} />}
      </div>
    </SurfaceContext>
  );
}
