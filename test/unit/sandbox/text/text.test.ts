import { describe, expect, it } from 'vitest';
import { compose } from '../../../../src/sandbox/text/compose.ts';
import { messageText } from '../../../../src/sandbox/text/text.ts';

const button = (text: string) => ({ type: 'button', text: { type: 'plain_text', text } });

describe('what a person sees of a message', () => {
  it.each([
    ['links by their label', '<https://x.com|here> or <https://y.com>', 'here or https://y.com'],
    ['entities as characters', 'a &amp;&amp; b', 'a && b'],
    ['emphasis without its marks', '*bold* _it_ `code`', 'bold it code'],
    ['mentions', '<@U1> <#C1|ops> <!here>', '@U1 #ops @here'],
    ['emoji', ':tada: :unknown:', '🎉 :unknown:'],
    ['fenced text', '```a *b*\nc```', 'a *b*\nc'.replaceAll('*', '')],
  ])('%s', (_, text, seen) => {
    expect(messageText({ text })).toBe(seen);
  });

  it('is its blocks when it has some', () => {
    const blocks = [
      { type: 'header', text: { type: 'plain_text', text: 'deploy uat' } },
      { type: 'section', text: { type: 'mrkdwn', text: '*ok*' }, fields: [{ type: 'mrkdwn', text: 'by <@U1>' }] },
      {
        type: 'rich_text',
        elements: [
          { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'line *1*\nline 2' }] },
          { type: 'rich_text_quote', elements: [{ type: 'text', text: 'q' }] },
          {
            type: 'rich_text_list',
            style: 'ordered',
            elements: [{ type: 'rich_text_section', elements: [{ type: 'link', url: 'https://x', text: 'first' }] }],
          },
        ],
      },
      {
        type: 'context',
        elements: [
          { type: 'mrkdwn', text: 'exit 0' },
          { type: 'plain_text', text: '3 s' },
        ],
      },
      { type: 'actions', elements: [button('Cancel'), button('Again')] },
    ];
    const names = (id: string) => (id === 'U1' ? 'mary' : undefined);
    expect(messageText({ text: 'fallback', blocks }, names)).toBe(
      'deploy uat\nok\nby @mary\nline *1*\nline 2\n> q\n1. first\nexit 0 3 s\n[Cancel] [Again]',
    );
  });

  it('is what was typed, for a message from the composer', () => {
    const typed = 'deploy `uat`\n```a\nb```\nend';
    const { text, parts } = compose(typed, { user: () => undefined, channel: () => undefined, name: () => undefined });
    const seen = 'deploy uat\na\nb\nend';
    expect(messageText({ text, blocks: [{ type: 'rich_text', elements: parts }] })).toBe(seen);
    expect(messageText({ text })).toBe(seen);
  });

  it('is the words of markdown', () => {
    const text = '# Plan\n**go** to [here](https://x.com)\n- a\n```js\nlet x = "**";\n```\nend';
    expect(messageText({ text: '', blocks: [{ type: 'markdown', text }] })).toBe(
      'Plan\ngo to here\n• a\nlet x = "**";\nend',
    );
  });

  it('is the cells of a table, the cards of tasks and nested lists', () => {
    const cell = (text: string) => ({ type: 'raw_text', text });
    const words = (text: string) => ({ type: 'rich_text_section', elements: [{ type: 'text', text }] });
    const list = (indent: number, text: string) => ({
      type: 'rich_text_list',
      style: 'bullet',
      indent,
      elements: [words(text)],
    });
    const task = { type: 'task_card', task_id: '1', title: 'Build', status: 'complete' };
    const blocks = [
      {
        type: 'table',
        rows: [
          [cell('app'), cell('state')],
          [cell('web'), { type: 'rich_text', elements: [words('ok')] }],
        ],
      },
      {
        ...task,
        details: { type: 'rich_text', elements: [words('fast')] },
        sources: [{ type: 'url', url: 'https://x' }],
      },
      { type: 'plan', title: 'Release', tasks: [task] },
      { type: 'rich_text', elements: [list(0, 'a'), list(1, 'b')] },
    ];
    expect(messageText({ text: '', blocks })).toBe(
      'app\tstate\nweb\tok\nBuild (complete)\nfast\nhttps://x\nRelease\nBuild (complete)\n• a\n    ◦ b',
    );
  });

  it('shows files by their title', () => {
    expect(messageText({ text: 'log', files: [{ title: 'full.log' }] })).toBe('log\n[full.log]');
  });

  it('survives blocks of any shape', () => {
    expect(messageText({ text: 'x', blocks: [{ type: 'section', text: 7 }, { type: 'rich_text' }, {}] })).toBe('');
  });
});
