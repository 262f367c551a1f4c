import './table.css';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { Json } from '../../state/model.ts';
import { scrolls } from '../parts/scrolls.ts';
import { useWide } from '../parts/use-wide.ts';
import { EmojiText, Inlines } from './inline.tsx';
import { record, records, string } from './json.ts';
import { richElements } from './rich-text.ts';
import { RichText } from './rich-text.tsx';

/** A table that scrolls sideways where the page is narrower, and shows that there is more. */
export function TableFrame({ children, caption }: { children: ComponentChildren; caption?: string }) {
  const box = useRef<HTMLDivElement>(null);
  const { isCut } = useWide(box, children);
  return (
    <div class={isCut ? 'table-frame table-wide' : 'table-frame'}>
      <div ref={box} class="table-scroll" {...scrolls(caption || 'Table')}>
        <table class="table">
          {caption && <caption class="table-caption">{caption}</caption>}
          {children}
        </table>
      </div>
    </div>
  );
}

function Cell({ cell }: { cell: Json }) {
  if (cell['type'] !== 'rich_text') {
    const value = cell['text'] ?? cell['value'];
    return <EmojiText text={typeof value === 'number' ? String(value) : string(value)} />;
  }
  const parts = records(cell['elements']);
  const only = parts.length === 1 && parts[0]?.['type'] === 'rich_text_section' ? parts[0] : undefined;
  return only ? <Inlines elements={richElements(only)} /> : <RichText block={cell} />;
}

const aligns = new Set(['left', 'center', 'right']);

interface Look {
  class: string;
  style: { 'text-align': string };
}

function lookOf(settings: Json, cell: Json): Look {
  const wanted = string(settings['align']);
  const usual = cell['type'] === 'raw_number' ? 'right' : 'left';
  return {
    class: settings['is_wrapped'] === true ? 'table-wrapped' : 'table-one-line',
    style: { 'text-align': aligns.has(wanted) ? wanted : usual },
  };
}

const cellsOf = (row: unknown): Json[] => (Array.isArray(row) ? row.map(record) : []);

/** A table block: the first row names the columns. */
export function Table({ block }: { block: Json }) {
  const [head = [], ...rows] = (Array.isArray(block['rows']) ? block['rows'] : []).map(cellsOf);
  const settings = (Array.isArray(block['column_settings']) ? block['column_settings'] : []).map(record);
  const look = (column: number, cell: Json): Look => lookOf(settings[column] ?? {}, cell);
  return (
    <TableFrame caption={string(block['caption'])}>
      <thead>
        <tr>
          {head.map((cell, column) => (
            <th key={column} scope="col" {...look(column, cell)}>
              <Cell cell={cell} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            {row.map((cell, column) => (
              <td key={column} {...look(column, cell)}>
                <Cell cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}
