import './blocks.css';
import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { Json } from '../../state/model.ts';
import type { Place } from '../protocol.ts';
import { Card, Carousel, Container } from './cards.tsx';
import { Collapsible } from './collapsible.tsx';
import { Unknown } from './element.tsx';
import { ImageBlock } from './image.tsx';
import { InputBlock } from './input-block.tsx';
import { own, records, string } from './json.ts';
import { useKeptKeys } from './keep-keys.ts';
import { Markdown } from './markdown.tsx';
import { RichText } from './rich-text.tsx';
import { Section } from './section.tsx';
import { Actions, Alert, Call, Context, Header, RemoteFile, Video } from './simple-blocks.tsx';
import { SurfaceContext, useNewSurface } from './surface.ts';
import { Table } from './table.tsx';
import { Plan, TaskCard } from './task.tsx';

type Drawing = (block: Json, name: string) => ComponentChildren;

const drawings: Readonly<Record<string, Drawing>> = {
  section: (block, name) => <Section block={block} name={name} />,
  header: (block) => <Header block={block} />,
  divider: () => <hr class="blocks-line" />,
  context: (block) => <Context block={block} />,
  image: (block) => <ImageBlock block={block} />,
  actions: (block) => <Actions block={block} />,
  context_actions: (block) => <Actions block={block} />,
  input: (block) => <InputBlock block={block} />,
  rich_text: (block) => <RichText block={block} />,
  markdown: (block, name) => (
    <Collapsible name={name}>
      <Markdown text={string(block['text'])} />
    </Collapsible>
  ),
  table: (block) => <Table block={block} />,
  data_table: (block) => <Table block={block} />,
  file: (block) => <RemoteFile block={block} />,
  video: (block) => <Video block={block} />,
  call: (block) => <Call block={block} />,
  alert: (block) => <Alert block={block} />,
  card: (block) => <Card block={block} />,
  carousel: (block) => <Carousel block={block} />,
  plan: (block) => <Plan block={block} />,
  task_card: (block) => <TaskCard block={block} />,
  container: (block, name) => (
    <Container block={block}>
      <Column blocks={records(block['child_blocks'])} name={name} />
    </Container>
  ),
};

function Block({ block, name }: { block: Json; name: string }) {
  const type = string(block['type']);
  const draw = own(drawings, type);
  return (
    <div class={`blocks-block blocks-of-${type.replace(/[^a-z_]/gu, '')}`} data-block-id={string(block['block_id'])}>
      {draw ? draw(block, name) : <Unknown />}
    </div>
  );
}

function Column({ blocks, name }: { blocks: readonly Json[]; name: string }) {
  const keys = useKeptKeys(blocks, 'block_id');
  return (
    <div class="blocks">
      {blocks.map((block, at) => (
        <Block key={keys[at]} block={block} name={`${name} ${at} ${string(block['type'])}`} />
      ))}
    </div>
  );
}

const nameOf = (place: Place): string => ('view' in place ? place.view : `${place.channel} ${place.ts}`);

/** The blocks of a message or a view. In a form the surface is the form's; elsewhere they have one of their own. */
export function Blocks({ blocks, place }: { blocks: readonly Json[]; place: Place }) {
  const around = useContext(SurfaceContext);
  return around === undefined ? (
    <OwnSurface blocks={blocks} place={place} />
  ) : (
    <Column blocks={records(blocks)} name={nameOf(place)} />
  );
}

function OwnSurface({ blocks, place }: { blocks: readonly Json[]; place: Place }) {
  const surface = useNewSurface(place, blocks);
  return (
    <SurfaceContext value={surface}>
      <Column blocks={records(blocks)} name={nameOf(place)} />
    </SurfaceContext>
  );
}
