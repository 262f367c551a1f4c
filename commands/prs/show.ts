import { type Block, type Checks, type Inline, linked, list, type Span, styled, text } from '../../src/index.ts';
import { ageWord } from './age.ts';
import { type KnownPull, nameOf } from './who.ts';

const longestTitle = 90;
const mostFailed = 3;

const red = (words: string): Span => styled(words, { color: 'red' });
const green = (words: string): Span => styled(words, { color: 'green' });
const yellow = (words: string): Span => styled(words, { color: 'yellow' });
const dim = (words: string): Span => styled(words, { dim: true });

/** Under what it is to whoever asks, where it is that to them of any. */
export function pullBlocks(pulls: readonly KnownPull[], now: Date): Block[] {
  const groups = Map.groupBy(pulls, headingOf);
  const isOne = groups.size === 1 && groups.has(others);
  return [...groups].flatMap(([heading, ones]) => [
    ...(isOne ? [] : [text(styled(heading, { bold: true }))]),
    list(ones.map((pull) => pullLine(pull, now))),
  ]);
}

const others = 'Others';

function headingOf({ relation, isPerhaps }: KnownPull): string {
  if (relation === 'review') return 'Waits for your review';
  if (isPerhaps) return 'Waits for a team, perhaps yours';
  return relation === 'mine' ? 'Yours' : others;
}

/** Its name, and below it how it stands. */
function pullLine(pull: KnownPull, now: Date): Inline {
  const { repository, number, title, url, author, opened, isDraft, labels } = pull;
  const link = linked(`${repository}#${number} ${titleOf(title)}`, url);
  const parts: Span[] = [
    dim(`${nameOf(author)}, ${ageWord(now.getTime() - opened.getTime())}`),
    ...(isDraft ? [dim('draft')] : []),
    ...reviewParts(pull),
    ...checkParts(pull.checks),
    ...conflictParts(pull),
    ...(labels.length === 0 ? [] : [dim(labels.map((label) => `[${label}]`).join(' '))]),
  ];
  return [link, '\n', ...parts.flatMap((part, index) => (index === 0 ? [part] : [dim(' · '), part]))];
}

function titleOf(title: string): string {
  const letters = [...title.replaceAll(/\s+/g, ' ').trim()];
  return letters.length > longestTitle ? `${letters.slice(0, longestTitle).join('')}…` : letters.join('');
}

function reviewParts({ votes, waitsFor, waitsForTeams, isDraft }: KnownPull): Span[] {
  const by = (wanted: string): string[] => votes.filter(({ vote }) => vote === wanted).map(nameOf);
  const [approved, changes] = [by('approved'), by('changes')];
  const want = changes.length === 1 ? 'wants' : 'want';
  const asked = [...waitsFor.map(nameOf), ...waitsForTeams].join(', ');
  const isAlone = votes.length === 0 && asked === '' && !isDraft;
  return [
    ...(changes.length === 0 ? [] : [red(`✗ ${changes.join(', ')} ${want} changes`)]),
    ...(approved.length === 0 ? [] : [green(`✓ approved by ${approved.join(', ')}`)]),
    ...(asked === '' ? [] : [yellow(`waits for ${asked}`)]),
    ...(isAlone ? [yellow('nobody is asked to review it')] : []),
  ];
}

function checkParts(checks: Checks | null): Span[] {
  if (checks === null) return [dim('checks not known')];
  const { state, count, running, failed } = checks;
  if (state === 'none') return [];
  if (state === 'ok') return [green('✓ checks ok')];
  if (state === 'running') return [yellow(`checks run, ${count - running} of ${count} ended`)];
  const more = failed.length - mostFailed;
  const names = failed.slice(0, mostFailed).map(({ name }) => name);
  return [red(`✗ failed: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`)];
}

function conflictParts({ hasConflicts, base }: KnownPull): Span[] {
  if (hasConflicts === null) return [dim('conflicts not known yet')];
  return hasConflicts ? [red(`✗ conflicts with ${base}`)] : [];
}
