import { beforeEach, expect, it } from 'vitest';
import type { Change } from '../../../../src/sandbox/state/changes.ts';
import type { Delivery } from '../../../../src/sandbox/state/delivery.ts';
import { publishHome } from '../../../../src/sandbox/state/home.ts';
import type { ViewDefinition } from '../../../../src/sandbox/state/views.ts';
import { modalsOf, openView, pushView, setModals, updateView } from '../../../../src/sandbox/state/views.ts';
import { createWorkspace, type Workspace } from '../../../../src/sandbox/state/workspace.ts';

const modal: ViewDefinition = { type: 'modal', title: { type: 'plain_text', text: 'x' }, blocks: [] };

let workspace: Workspace;
let changes: Change[];
beforeEach(() => {
  workspace = createWorkspace({ seed: 'views', time: 1_763_700_000_000 }, () => ({}) as Delivery);
  changes = [];
  workspace.changes.follow((change) => void changes.push(change));
});

it('tells of every change to what a person has before them', () => {
  const view = openView(workspace, 'U1', modal);
  pushView(workspace, 'U1', modal);
  updateView(workspace, { user: 'U1', view }, modal);
  setModals(workspace, 'U1', []);
  publishHome(workspace, 'U2', { type: 'home', blocks: [] });
  const views = { type: 'views', user: 'U1' };
  expect(changes).toEqual([views, views, views, views, { type: 'home', user: 'U2' }]);
});

it('never changes a view that was handed out', () => {
  const before = openView(workspace, 'U1', modal);
  const copy = structuredClone(before);
  updateView(workspace, { user: 'U1', view: before }, { ...modal, callback_id: 'new' });
  expect(before).toEqual(copy);
  expect(modalsOf(workspace, 'U1')).toMatchObject([{ id: before.id, callback_id: 'new' }]);
});

it('keeps nothing of a person without modals, and only plain data of others', () => {
  openView(workspace, 'U1', modal);
  expect(JSON.parse(JSON.stringify([...workspace.modals]))).toEqual([...workspace.modals]);
  setModals(workspace, 'U1', []);
  expect(workspace.modals.size).toBe(0);
});
