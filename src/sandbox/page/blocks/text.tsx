import './text.css';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { EmojiText, Inlines } from './inline.tsx';
import { record, string } from './json.ts';
import { type Passage, readMrkdwn } from './mrkdwn.ts';
import { Preformatted } from './preformatted.tsx';
import { plainElements } from './rich-text.ts';

interface PassageProps {
  passage: Passage;
  tail: ComponentChildren;
}

function PassageOf({ passage: { type, elements }, tail }: PassageProps) {
  const inside = <Inlines elements={elements} />;
  switch (type) {
    case 'code':
      return (
        <>
          <Preformatted text={plainElements(elements)}>{inside}</Preformatted>
          {tail}
        </>
      );
    case 'quote':
      return (
        <blockquote class="rich-text-quote">
          {inside}
          {tail}
        </blockquote>
      );
    case 'text':
      return (
        <div class="text-passage">
          {inside}
          {tail}
        </div>
      );
  }
}

interface MrkdwnProps {
  text: string;
  verbatim?: boolean;
  /** Something after the last word. */
  tail?: ComponentChildren;
}

/** Slack's own markup. */
export function Mrkdwn({ text, verbatim = false, tail }: MrkdwnProps) {
  const passages = useMemo(() => readMrkdwn(text, { verbatim }), [text, verbatim]);
  return passages.map((passage, at) => (
    <PassageOf key={at} passage={passage} tail={at === passages.length - 1 ? tail : undefined} />
  ));
}

/** A plain_text or mrkdwn object. */
export function TextObject({ text }: { text: unknown }) {
  const object = record(text);
  const content = string(object['text']);
  if (object['type'] === 'mrkdwn') return <Mrkdwn text={content} verbatim={object['verbatim'] === true} />;
  return <span class="text-plain">{object['emoji'] === false ? content : <EmojiText text={content} />}</span>;
}
