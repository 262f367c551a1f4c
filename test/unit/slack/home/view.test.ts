import { describe, expect, it } from 'vitest';
import { table, text } from '../../../../src/context/blocks.ts';
import { homeView } from '../../../../src/slack/home/view.ts';

type Shown = Record<string, unknown>[];

const commands = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ name: `command-${at}`, summary: 'Do something' }));
const shown = (view: Record<string, unknown>): Shown => view.blocks as Shown;

describe('the Home tab', () => {
  it('shows what lines print, each with the line, and a button for all that one may run', () => {
    const deployed = { title: 'Deployed', line: 'ops deployed', blocks: [table(['App'], [['web']])] };
    const view = homeView({ sections: [deployed], commands: [{ name: 'deploy', summary: 'Deploy an app' }] });
    expect(view).toMatchObject({ type: 'home' });
    expect(shown(view)).toMatchObject([
      { type: 'header', text: { text: 'Deployed' } },
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_preformatted', elements: [{ text: expect.stringContaining('App') }] }],
      },
      { type: 'context', elements: [{ text: 'ops deployed' }] },
      { type: 'divider' },
      { type: 'header', text: { text: 'What you may run' } },
      {
        type: 'section',
        text: { text: 'deploy · Deploy an app' },
        accessory: { type: 'button', action_id: 'home:run', value: 'deploy' },
      },
    ]);
  });

  it('leaves out what Slack has no room for, and says how much', () => {
    const long = { title: 'Runs', line: 'ops runs', blocks: Array.from({ length: 30 }, (_, at) => text(`run ${at}`)) };
    const view = shown(homeView({ sections: [long], commands: commands(300) }));
    expect(view.length).toBeLessThanOrEqual(100);
    expect(JSON.stringify(view)).toContain('ops runs · 10 more lines');
    const last = view.at(-1) as { elements: { text: string }[] };
    const buttons = view.filter(({ type }) => type === 'section').length;
    expect(last.elements[0]?.text).toBe(`and ${300 - buttons} more: ops help`);
  });

  it('leaves nothing out where all has room', () => {
    expect(
      shown(homeView({ sections: [], commands: commands(98) })).filter(({ type }) => type === 'section'),
    ).toHaveLength(98);
  });
});
