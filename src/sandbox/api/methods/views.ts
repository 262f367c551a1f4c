import { complaint, SlackError } from '../../state/errors.ts';
import { publishHome } from '../../state/home.ts';
import { findTrigger, type Trigger } from '../../state/triggers.ts';
import {
  modalsOf,
  mustMatch,
  openView,
  pushView,
  updateView,
  type ViewDefinition,
  viewWith,
} from '../../state/views.ts';
import type { Workspace } from '../../state/workspace.ts';
import { json, optionalText, requiredText } from '../args.ts';
import { readView } from '../blocks/view.ts';
import { type Context, type Methods, method } from './method.ts';

function viewOf({ args }: Context, kind: ViewDefinition['type']): ViewDefinition {
  requiredText(args, 'view');
  return readView(json(args, 'view', 'invalid_arguments'), kind);
}

function triggerOf({ workspace, args }: Context): Trigger {
  const id = optionalText(args, 'trigger_id') || optionalText(args, 'interactivity_pointer');
  if (!id) throw complaint('invalid_arguments', ['missing required field: trigger_id']);
  return findTrigger(workspace, id);
}

const open = method((context) => {
  const { workspace } = context;
  const wanted = viewOf(context, 'modal');
  const trigger = triggerOf(context);
  const view = openView(workspace, trigger.user, wanted);
  trigger.exchanged = true;
  return { view };
});

/** Only what was done in an open modal can put another on top of it. */
function mustBeOpen(workspace: Workspace, trigger: Trigger): void {
  const isOpen = modalsOf(workspace, trigger.user).some(({ id }) => id === trigger.view);
  if (!isOpen) throw new SlackError('not_found');
}

const push = method((context) => {
  const { workspace } = context;
  const wanted = viewOf(context, 'modal');
  const trigger = triggerOf(context);
  mustBeOpen(workspace, trigger);
  const view = pushView(workspace, trigger.user, wanted);
  trigger.exchanged = true;
  return { view };
});

const update = method((context) => {
  const { workspace, args } = context;
  const [id, externalId] = [optionalText(args, 'view_id'), optionalText(args, 'external_id')];
  if (!id && !externalId) throw complaint('invalid_arguments', ['missing required field: view_id']);
  const found = viewWith(workspace, id ? { id } : { externalId: externalId ?? '' });
  const wanted = viewOf(context, found?.view.type ?? 'modal');
  if (!found) throw new SlackError('not_found');
  mustMatch(found.view, optionalText(args, 'hash'));
  return { view: updateView(workspace, found, wanted) };
});

const publish = method((context) => {
  const { workspace, args } = context;
  const user = requiredText(args, 'user_id');
  const wanted = viewOf(context, 'home');
  if (!workspace.people.some(({ id }) => id === user)) throw new SlackError('user_not_found');
  return { view: publishHome(workspace, user, wanted, optionalText(args, 'hash')) };
});

export const viewMethods: Methods = {
  'views.open': open,
  'views.push': push,
  'views.update': update,
  'views.publish': publish,
};
