import { SlackError } from '../state/errors.ts';
import type { Caller, Conversation } from '../state/model.ts';
import { usualScopes } from '../state/usual-scopes.ts';
import type { Workspace } from '../state/workspace.ts';
import { type Args, list, optionalText } from './args.ts';

/** `*:read` stands for the scope of the kind of conversation that the call is about. */
export type Scope = string;

const families: Readonly<Record<Conversation['kind'], string>> = {
  channel: 'channels',
  group: 'groups',
  mpim: 'mpim',
  im: 'im',
};

export const kindsByType: Readonly<Record<string, Conversation['kind']>> = {
  public_channel: 'channel',
  private_channel: 'group',
  im: 'im',
  mpim: 'mpim',
};

const ofKind = (kind: Conversation['kind'], right: string): string =>
  kind === 'channel' && right === 'write' ? 'channels:manage' : `${families[kind]}:${right}`;

/** The kinds of conversation that a call lists; without `types` those that it lists by itself. */
export function kindsListed(args: Args, usual: string): Conversation['kind'][] {
  const types = list(args, 'types');
  const wanted = types.length === 0 ? [usual] : types;
  return wanted.flatMap((type) => (Object.hasOwn(kindsByType, type) ? kindsByType[type] : []) ?? []);
}

/** The kinds of conversation that a call is about: those it lists, the one it names, or the one it opens. */
function kindsAsked({ conversations }: Workspace, args: Args, lists: string | undefined): Conversation['kind'][] {
  if (lists !== undefined) return kindsListed(args, lists);
  const named = conversations.get(optionalText(args, 'channel') ?? '');
  if (named) return [named.kind];
  const users = list(args, 'users').length;
  return users === 0 ? [] : [users > 1 ? 'mpim' : 'im'];
}

function needed(workspace: Workspace, { scope = '', lists }: ScopedMethod, args: Args): string[] {
  if (!scope.startsWith('*:')) return scope === '' ? [] : [scope];
  return kindsAsked(workspace, args, lists).map((kind) => ofKind(kind, scope.slice(2)));
}

/** A scope that may do this and more. */
const wider = (scope: string): string =>
  scope === 'channels:write.topic' ? 'channels:manage' : scope.replace(/\.topic$/u, '');

/** What `x-accepted-oauth-scopes` says. */
export function acceptedScopes(scope: Scope): string {
  if (!scope.startsWith('*:')) return scope;
  const accepted = (['channel', 'group', 'mpim', 'im'] as const).map((kind) => ofKind(kind, scope.slice(2)));
  return [...new Set([...accepted, ...accepted.map(wider)])].join(',');
}

/** What a token may do. A person's may do everything. */
export function scopesOf({ scopes }: Workspace, caller: Caller): readonly string[] {
  if (caller.kind === 'app') return ['connections:write'];
  return caller.kind === 'bot' ? scopes : usualScopes;
}

export const hasScope = (workspace: Workspace, caller: Caller, scope: string): boolean =>
  scopesOf(workspace, caller).includes(scope);

interface ScopedMethod {
  scope?: Scope;
  lists?: string;
}

export function mustHaveScope(workspace: Workspace, caller: Caller, method: ScopedMethod, args: Args): void {
  const provided = scopesOf(workspace, caller);
  const missing = needed(workspace, method, args).filter(
    (one) => !provided.includes(one) && !provided.includes(wider(one)),
  );
  if (missing.length === 0) return;
  throw new SlackError('missing_scope', { needed: missing.join(','), provided: provided.join(',') });
}
