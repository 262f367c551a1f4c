import './markdown.css';
import { useMemo } from 'preact/hooks';
import { Inlines } from './inline.tsx';
import { type Item, type Markdown as Node, readMarkdown } from './markdown.ts';
import { Preformatted } from './preformatted.tsx';
import { TableFrame } from './table.tsx';

function Heading({ node }: { node: Node & { type: 'heading' } }) {
  const Tag = `h${Math.min(6, node.level + 2)}` as 'h3';
  return (
    <Tag class={`markdown-heading markdown-heading-${node.level}`}>
      <Inlines elements={node.elements} />
    </Tag>
  );
}

function Entry({ item }: { item: Item }) {
  if (item.done === undefined) {
    return (
      <li>
        <Nodes nodes={item.content} />
      </li>
    );
  }
  return (
    <li class={item.done ? 'markdown-task markdown-task-done' : 'markdown-task'}>
      <input
        type="checkbox"
        class="markdown-tick"
        checked={item.done}
        disabled
        aria-label={item.done ? 'Done' : 'To do'}
      />
      <div>
        <Nodes nodes={item.content} />
      </div>
    </li>
  );
}

function List({ node }: { node: Node & { type: 'list' } }) {
  const items = node.items.map((item, at) => <Entry key={at} item={item} />);
  if (!node.ordered) return <ul class="markdown-list">{items}</ul>;
  return (
    <ol class="markdown-list" start={node.start}>
      {items}
    </ol>
  );
}

function Table({ node }: { node: Node & { type: 'table' } }) {
  const align = (column: number) => ({ 'text-align': node.align[column] ?? 'left' });
  return (
    <TableFrame>
      <thead>
        <tr>
          {node.head.map((cell, column) => (
            <th key={column} scope="col" style={align(column)}>
              <Inlines elements={cell} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {node.rows.map((cells, row) => (
          <tr key={row}>
            {cells.map((cell, column) => (
              <td key={column} style={align(column)}>
                <Inlines elements={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

function One({ node }: { node: Node }) {
  switch (node.type) {
    case 'heading':
      return <Heading node={node} />;
    case 'paragraph':
      return (
        <p class="markdown-paragraph">
          <Inlines elements={node.elements} />
        </p>
      );
    case 'code':
      return (
        <Preformatted text={node.text} language={node.language}>
          {node.text}
        </Preformatted>
      );
    case 'quote':
      return (
        <blockquote class="rich-text-quote">
          <Nodes nodes={node.content} />
        </blockquote>
      );
    case 'list':
      return <List node={node} />;
    case 'table':
      return <Table node={node} />;
    case 'rule':
      return <hr class="markdown-rule" />;
  }
}

const Nodes = ({ nodes }: { nodes: readonly Node[] }) => nodes.map((node, at) => <One key={at} node={node} />);

export function Markdown({ text }: { text: string }) {
  const nodes = useMemo(() => readMarkdown(text), [text]);
  return (
    <div class="markdown">
      <Nodes nodes={nodes} />
    </div>
  );
}
