import { type Block, type DrawnChart, image, list, styled, text } from '../../src/index.ts';
import type { GraphData } from './data.ts';
import { markWords } from './deploys.ts';
import { briefly } from './words.ts';

export function showGraph(data: GraphData & { picture: DrawnChart | undefined }): Block[] {
  const { title, period, series, deploys, notes, picture } = data;
  const marks = markWords(deploys.map(({ at, text: words }) => ({ at: Date.parse(at), text: words })));
  const words = headline(data);
  return [
    ...(series.length === 0 ? [text(`${title} has no values in ${period}`)] : []),
    ...(picture === undefined ? (series.length === 0 ? [] : [text(words)]) : [image(picture, words)]),
    ...(series.length > 1 ? [list(series.map(({ name, words: said }) => `${name}: ${said}`))] : []),
    ...(marks.length > 0 ? [text('Deployed meanwhile:'), list(marks)] : []),
    ...notes.map((note) => text(styled(note, { dim: true }))),
  ];
}

/** What the picture shows in one line: of one series all, of several the first last values. */
function headline({ title, period, series, unit }: GraphData): string {
  const [first] = series;
  const about = `${title}, ${period}`;
  if (first === undefined) return about;
  return `${about}: ${series.length === 1 ? first.words : `${series.length} series, ${briefly(series, unit)}`}`;
}
