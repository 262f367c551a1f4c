import { seconds } from './clock.ts';
import { SlackError } from './errors.ts';
import type { Json, Values } from './model.ts';
import { nameBlocks } from './name-blocks.ts';
import type { Workspace } from './workspace.ts';

/** What a program says a view is. */
export interface ViewDefinition {
  type: 'modal' | 'home';
  blocks: readonly Json[];
  title?: Json;
  submit?: Json;
  close?: Json;
  private_metadata?: string;
  callback_id?: string;
  external_id?: string;
  clear_on_close?: boolean;
  notify_on_close?: boolean;
}

/** A modal or an App Home, as the Web API answers with it. A changed view takes the place of the one before. */
export interface View {
  id: string;
  team_id: string;
  type: 'modal' | 'home';
  blocks: readonly Json[];
  private_metadata: string;
  callback_id: string;
  state: { values: Values };
  hash: string;
  title: Json | null;
  clear_on_close: boolean;
  notify_on_close: boolean;
  close: Json | null;
  submit: Json | null;
  previous_view_id: string | null;
  root_view_id: string;
  app_id: string;
  external_id: string;
  app_installed_team_id: string;
  bot_id: string;
}

/** A modal, and two on top of it. */
const mostModals = 3;

/** The modals that the person has open, the one on top last. */
export const modalsOf = ({ modals }: Workspace, user: string): readonly View[] => modals.get(user) ?? [];

export const homeOf = ({ homes }: Workspace, user: string): View | undefined => homes.get(user);

function everyView({ modals, homes }: Workspace): { user: string; view: View }[] {
  const open = [...modals].flatMap(([user, views]) => views.map((view) => ({ user, view })));
  return [...open, ...[...homes].map(([user, view]) => ({ user, view }))];
}

function mustBeUnique(workspace: Workspace, externalId: string, own?: string): void {
  if (externalId === '') return;
  const taken = everyView(workspace).some(({ view }) => view.external_id === externalId && view.id !== own);
  if (taken) throw new SlackError('duplicate_external_id');
}

export function mustMatch(view: View | undefined, hash: string | undefined): void {
  if (hash && view?.hash !== hash) throw new SlackError('hash_conflict');
}

/** What the program defined, with all that Slack adds to it. */
export function completeView(
  workspace: Workspace,
  wanted: ViewDefinition,
  place: Pick<View, 'id' | 'root_view_id' | 'previous_view_id'>,
): View {
  const { team, bot, clock, ids } = workspace;
  mustBeUnique(workspace, wanted.external_id ?? '', place.id);
  return {
    id: place.id,
    team_id: team.id,
    type: wanted.type,
    blocks: nameBlocks(wanted.blocks, ids.short),
    private_metadata: wanted.private_metadata ?? '',
    callback_id: wanted.callback_id ?? '',
    state: { values: {} },
    hash: `${seconds(clock)}.${ids.short()}${ids.short()}`,
    title: wanted.title ?? null,
    clear_on_close: wanted.clear_on_close ?? false,
    notify_on_close: wanted.notify_on_close ?? false,
    close: wanted.close ?? null,
    submit: wanted.submit ?? null,
    previous_view_id: place.previous_view_id,
    root_view_id: place.root_view_id,
    app_id: bot.appId,
    external_id: wanted.external_id ?? '',
    app_installed_team_id: team.id,
    bot_id: bot.botId,
  };
}

export function setModals({ modals, changes }: Workspace, user: string, views: readonly View[]): void {
  if (views.length === 0) modals.delete(user);
  else modals.set(user, views);
  changes.tell({ type: 'views', user });
}

/** A new first modal; those that were open are gone. */
export function openView(workspace: Workspace, user: string, wanted: ViewDefinition): View {
  const id = workspace.ids.fresh('V');
  const view = completeView(workspace, wanted, { id, root_view_id: id, previous_view_id: null });
  setModals(workspace, user, [view]);
  return view;
}

/** One more modal, on top of the others. */
export function pushView(workspace: Workspace, user: string, wanted: ViewDefinition): View {
  const open = modalsOf(workspace, user);
  const top = open.at(-1);
  if (!top) throw new SlackError('not_found');
  if (open.length >= mostModals) throw new SlackError('push_limit_reached');
  const place = { id: workspace.ids.fresh('V'), root_view_id: top.root_view_id, previous_view_id: top.id };
  const view = completeView(workspace, wanted, place);
  setModals(workspace, user, [...open, view]);
  return view;
}

export interface OwnedView {
  user: string;
  view: View;
}

export function viewWith(workspace: Workspace, by: { id?: string; externalId?: string }): OwnedView | undefined {
  return everyView(workspace).find(({ view }) =>
    by.id === undefined ? view.external_id === by.externalId : view.id === by.id,
  );
}

/** Puts a view in the place of the one with its id. */
export function replaceView(workspace: Workspace, user: string, view: View): void {
  if (view.type === 'home') {
    workspace.homes.set(user, view);
    workspace.changes.tell({ type: 'home', user });
    return;
  }
  const open = modalsOf(workspace, user).map((before) => (before.id === view.id ? view : before));
  setModals(workspace, user, open);
}

/** Defines a view anew; it keeps its place in the stack. */
export function updateView(workspace: Workspace, { user, view: before }: OwnedView, wanted: ViewDefinition): View {
  if (wanted.type !== before.type) throw new SlackError('invalid_arguments');
  const view = completeView(workspace, wanted, before);
  replaceView(workspace, user, view);
  return view;
}
