import './rich-text.css';
import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Json } from '../../state/model.ts';
import type { Inline } from './inline.ts';
import { Inlines } from './inline.tsx';
import { integer, records, string } from './json.ts';
import { Preformatted } from './preformatted.tsx';
import { isOnlyEmoji, plainElements, richElements } from './rich-text.ts';

function List({ part }: { part: Json }) {
  const indent = integer(part['indent'], 0, 8);
  const offset = integer(part['offset'], 0, 99_999);
  const items = records(part['elements']).map((item, at) => (
    <li key={at}>
      <Inlines elements={richElements(item)} />
    </li>
  ));
  const look = { class: `rich-text-list rich-text-list-${indent % 3}`, style: { '--indent': String(indent) } };
  return part['style'] === 'ordered' ? (
    <ol {...look} start={offset + 1}>
      {items}
    </ol>
  ) : (
    <ul {...look}>{items}</ul>
  );
}

function Part({ part, tail }: { part: Json; tail: ComponentChildren }) {
  const elements = richElements(part);
  switch (part['type']) {
    case 'rich_text_preformatted':
      return (
        <Preformatted text={plainElements(elements)} language={string(part['language'])}>
          <Inlines elements={elements} />
        </Preformatted>
      );
    case 'rich_text_quote':
      return (
        <blockquote class="rich-text-quote">
          <Inlines elements={elements} />
        </blockquote>
      );
    case 'rich_text_list':
      return <List part={part} />;
    default:
      return <Section elements={elements} tail={tail} />;
  }
}

/** Its last line break only says that something follows. */
function Section({ elements, tail }: { elements: readonly Inline[]; tail: ComponentChildren }) {
  return (
    <div class={isOnlyEmoji(elements) ? 'rich-text-section rich-text-jumbo' : 'rich-text-section'}>
      <Inlines elements={elements} />
      {tail}
    </div>
  );
}

/** Something after the last word of one block, as that it was edited. */
export const TailContext = createContext<{ block: Json; tail: ComponentChildren } | undefined>(undefined);

/** Whether a tail would stand after words, and not below a list or a program's output. */
export const endsInWords = (block: Json | undefined): boolean =>
  block?.['type'] === 'rich_text' && records(block['elements']).at(-1)?.['type'] === 'rich_text_section';

export function RichText({ block }: { block: Json }) {
  const after = useContext(TailContext);
  const parts = records(block['elements']);
  return (
    <div class="rich-text">
      {parts.map((part, at) => (
        <Part key={at} part={part} tail={after?.block === block && at === parts.length - 1 ? after.tail : undefined} />
      ))}
    </div>
  );
}
