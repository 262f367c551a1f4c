import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../../src/context/errors.ts';
import { type MessageBlock, renderMessage } from '../../../../src/render/slack.ts';
import { checkBlocks } from '../../../../src/sandbox/api/blocks/check.ts';
import { type ButtonView, buttonsFor, isRepeatable, readValue } from '../../../../src/slack/ask/buttons.ts';

const view: ButtonView = { run: '0123abcd', line: 'ops x', state: 'ok', isWhole: true, isRepeatable: true };
const labels = (more: Partial<ButtonView>): string[] => buttonsFor({ ...view, ...more }).map(({ text }) => text);

describe('the buttons of a run', () => {
  it.each<[string, Partial<ButtonView>, string[]]>([
    ['waits for its turn', { state: 'waiting' }, ['Stop']],
    ['goes on', { state: 'running', isWhole: false }, ['Stop']],
    ['asks', { state: 'waiting', question: 1 }, ['Yes', 'No']],
    ['waits for approval', { state: 'waiting', mark: '0123456789abcdef' }, ['Approve', 'Deny …', 'Stop']],
    [
      'wants a word',
      { state: 'waiting', question: 1, typed: { word: 'prod', button: 'Deploy to prod' } },
      ['Deploy to prod', 'No'],
    ],
    ['went well', {}, ['Run again']],
    ['said more than its message holds', { isWhole: false }, ['Run again', 'Show log']],
    ['cannot be repeated', { isRepeatable: false }, []],
    ['cannot be repeated, and said much', { isRepeatable: false, isWhole: false }, ['Show log']],
    ['made no sense', { state: 'usage' }, []],
  ])('that %s', (_, more, expected) => {
    expect(labels(more)).toEqual(expected);
  });

  it.each<Outcome>(['failed', 'unavailable', 'bug', 'retry', 'denied', 'timeout', 'cancelled'])(
    'that ended otherwise: %s',
    (state) => {
      expect(labels({ state })).toEqual(['Run again']);
    },
  );

  it('carry a version and a name, and nothing that could be run', () => {
    const states = [{ state: 'waiting', question: 12 }, { state: 'running' }, { isWhole: false }] as const;
    const values = states.flatMap((more) => buttonsFor({ ...view, ...more })).map(({ value }) => value);
    expect(new Set(values)).toEqual(new Set(['1:0123abcd.12', '1:0123abcd']));
  });
});

describe('a value', () => {
  it.each([
    ['1:0123abcd', { isCurrent: true, run: '0123abcd', question: undefined, mark: undefined }],
    ['1:0123abcd.12', { isCurrent: true, run: '0123abcd', question: 12, mark: undefined }],
    ['1:0123abcd@0123456789abcdef', { isCurrent: true, run: '0123abcd', mark: '0123456789abcdef' }],
    ['1:0123abcd.12=my-prod', { isCurrent: true, run: '0123abcd', question: 12, word: 'my-prod' }],
    ['2:0123abcd', { isCurrent: false, run: '0123abcd', question: undefined, mark: undefined }],
  ])('%s is read', (value, expected) => {
    expect(readValue(value)).toEqual({ question: undefined, ...expected });
  });

  it.each([
    '',
    '0123abcd',
    '1:',
    '1:short',
    '1:0123ABCD',
    '1:0123abcd.',
    '1:0123abcd@0123',
    '1:0123abcd.1@0123456789abcdef',
    '1:0123abcd\n',
    ' 1:0123abcd',
    7,
    null,
    undefined,
  ])('%j is none', (value) => {
    expect(readValue(value)).toBeUndefined();
  });
});

describe('a line', () => {
  it.each([
    [['deploy', 'uat'], true],
    [[], true],
    [['stop', '0123abcd'], false],
    [['log', '0123abcd'], false],
    [['login', '--token', '••••'], false],
    [['login', '--token=••••'], false],
  ])('%j is offered again: %s', (argv, expected) => {
    expect(isRepeatable(argv)).toBe(expected);
  });
});

describe('the message', () => {
  const render = (more: Partial<ButtonView>, line = 'ops x'): MessageBlock[] => {
    const window = { head: [], omitted: 0, tail: [], live: [] };
    const buttons = buttonsFor({ ...view, line, ...more });
    return renderMessage({ line, actor: 'Ana', state: 'ok', run: view.run, buttons, window }).blocks;
  };

  it('has its buttons above its footer, and none where there are none', () => {
    expect(render({}).map(({ type }) => type)).toEqual(['rich_text', 'actions', 'context']);
    expect(render({ isRepeatable: false }).map(({ type }) => type)).toEqual(['rich_text', 'context']);
  });

  it('asks before a stop in words that Slack takes, however long the line is', () => {
    const [, actions] = render({ state: 'running' }, `ops say ${'x'.repeat(5000)}`);
    if (actions?.type !== 'actions') throw new Error('no buttons');
    expect(actions.elements[0]?.confirm?.text.text).toHaveLength(300);
    expect(() => checkBlocks([actions])).not.toThrow();
  });
});
