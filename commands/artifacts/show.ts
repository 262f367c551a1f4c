import { basename } from 'node:path';
import {
  type Artifact,
  type Block,
  type Build,
  fields,
  formatSize,
  formatTime,
  type Inline,
  linked,
  list,
  styled,
  table,
  text,
} from '../../src/index.ts';
import { buildWord } from '../builds/name.ts';
import { stateSpan } from '../builds/show.ts';
import type { Kept } from './bring.ts';
import type { Download } from './download.ts';

const mostRows = 50;

export function buildHead(build: Build): Block {
  const { branch, commit, at, ms, state, url } = build;
  return fields({
    build: url === '' ? buildWord(build) : linked(buildWord(build), url),
    state: stateSpan(build),
    branch,
    commit: commit?.slice(0, 10),
    [state === 'ended' ? 'ended' : 'since']: formatTime(new Date(at.getTime() + (state === 'ended' ? (ms ?? 0) : 0))),
  });
}

const sizeWord = (size: number | undefined): string => (size === undefined ? 'unknown' : formatSize(size));

function artifactCell({ name, url, isExpired }: Artifact): Inline {
  return isExpired === true ? `${name}: it was thrown away` : linked(name, url);
}

export function artifactTable(artifacts: readonly Artifact[]): Block[] {
  const rows = artifacts.slice(0, mostRows).map((one) => [sizeWord(one.size), artifactCell(one)]);
  const more = artifacts.length - rows.length;
  return [
    table([{ name: 'Size', align: 'right' }, 'Artifact'], rows),
    ...(more > 0
      ? [text(styled(`${more} more are not shown: --only names those that are wanted`, { dim: true }))]
      : []),
  ];
}

export function downloadBlocks(files: readonly Download[], kept: readonly Kept[]): Block[] {
  return [
    ...files.map(({ path, shown, size }): Block => {
      return { type: 'file', path, title: `${basename(shown)}, ${formatSize(size)}`, shown };
    }),
    ...(kept.length === 0
      ? []
      : [
          list(
            kept.map(({ artifact: { name, url, size }, why }) => [linked(name, url), `, ${sizeWord(size)}: ${why}`]),
          ),
        ]),
  ];
}
