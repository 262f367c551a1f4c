import { checkFault, checkStandingFault } from '../api/faults.ts';
import type { DeliveryFaults, Fault, StandingFault } from '../faults.ts';
import type { ControlPlace, PickedShortcut, PlainValues, Press, Suggestion, TypedCommand } from '../interactions.ts';
import type { AppOptions, ChannelOptions, DisconnectReason, Edit, Line, PersonOptions, Sandbox } from '../sandbox.ts';
import { checkDeliveryFaults } from '../socket/delivery-faults.ts';
import { disconnectReasons } from '../socket/frames.ts';
import { SandboxError } from '../state/errors.ts';
import { checkFields, type Fields } from '../state/fields.ts';
import type { Json } from '../state/model.ts';

interface Act {
  /** What the body is; without them the act itself looks. */
  fields?: Fields;
  /** The answer besides `ok`. */
  run(sandbox: Sandbox, args: Json): unknown;
}

const text = { as: 'text', channel: 'text', text: 'text', raw: 'flag?', smart: 'flag?' } as const;
const place = { as: 'text', channel: 'text?', ts: 'text?', actionId: 'text', blockId: 'text?' } as const;

/** The arguments, which were checked against the fields of the act. */
const as = <Wanted>(args: Json): Wanted => args as Wanted;

function setFaults(faults: Sandbox['faults'], args: Json): void {
  const byMethod = (name: string): [string, unknown][] => Object.entries((args[name] ?? {}) as Json);
  // Nothing is set where a part of it is refused.
  for (const [method, fault] of byMethod('next')) checkFault(method, fault);
  for (const [method, fault] of byMethod('always')) checkStandingFault(method, fault);
  if (args['delivery'] !== undefined) checkDeliveryFaults(args['delivery']);
  for (const [method, fault] of byMethod('next')) faults.next(method, fault as Fault);
  for (const [method, fault] of byMethod('always')) faults.always(method, fault as StandingFault);
  if (args['delivery'] !== undefined) faults.delivery(as<DeliveryFaults>(args['delivery'] as Json));
  if (args['linkDisabled'] !== undefined) faults.linkDisabled(args['linkDisabled'] === true);
  if (args['leaveTcpOpen'] !== undefined) faults.leaveTcpOpen(args['leaveTcpOpen'] === true);
  if (args['appRateLimited'] === true) faults.appRateLimited();
}

function checkValues(values: unknown): PlainValues {
  checkFields('values', values, Object.fromEntries(Object.keys(Object(values)).map((block) => [block, 'record'])));
  return values as PlainValues;
}

const speaking: Readonly<Record<string, Act>> = {
  say: { fields: { ...text, thread: 'text?' }, run: (sandbox, args) => sandbox.say(as<Line>(args)) },
  edit: { fields: { ...text, ts: 'text' }, run: (sandbox, args) => sandbox.edit(as<Edit>(args)) },
};

const interacting: Readonly<Record<string, Act>> = {
  press: {
    fields: { ...place, value: 'plain?', values: 'record?' },
    run(sandbox, args) {
      if (args['values'] !== undefined) checkValues(args['values']);
      return sandbox.press(as<Press>(args));
    },
  },
  suggest: {
    fields: { ...place, text: 'string?' },
    run: (sandbox, args) => sandbox.suggest(as<ControlPlace & Suggestion>(args)),
  },
  command: {
    fields: { as: 'text', channel: 'text', text: 'string?', command: 'text?', thread: 'text?' },
    run: (sandbox, args) => sandbox.command(as<TypedCommand>(args)),
  },
  shortcut: {
    fields: { as: 'text', callbackId: 'text', channel: 'text?', ts: 'text?' },
    run: (sandbox, args) => sandbox.shortcut(as<PickedShortcut>(args)),
  },
  submit: {
    fields: { as: 'text', values: 'record?' },
    run: (sandbox, args) => sandbox.submit({ as: String(args['as']), values: checkValues(args['values'] ?? {}) }),
  },
  closeView: {
    fields: { as: 'text', all: 'flag?' },
    run: (sandbox, args) => sandbox.closeView(String(args['as']), { all: args['all'] === true }),
  },
  openHome: {
    fields: { as: 'text', tab: ['home', 'messages'] },
    run: (sandbox, args) => sandbox.openHome(String(args['as']), as<{ tab?: 'home' | 'messages' }>(args).tab),
  },
  views: {
    fields: { as: 'text' },
    run: (sandbox, args) => ({ views: sandbox.views(String(args['as'])), home: sandbox.home(String(args['as'])) }),
  },
};

const steering: Readonly<Record<string, Act>> = {
  redeliver: {
    fields: { ts: 'text', attempt: 'count?' },
    run: (sandbox, args) => sandbox.redeliver(String(args['ts']), as<{ attempt?: number }>(args).attempt),
  },
  invite: { fields: { channel: 'text' }, run: (sandbox, args) => sandbox.invite(String(args['channel'])) },
  kick: { fields: { channel: 'text' }, run: (sandbox, args) => sandbox.kick(String(args['channel'])) },
  app: {
    fields: { commands: 'list?', shortcuts: 'list?', scopes: 'texts?' },
    run: (sandbox, args) => sandbox.setApp(as<AppOptions>(args)),
  },
  limits: { run: (sandbox, wanted) => sandbox.setLimits(wanted as unknown as boolean) },
  people: {
    fields: { people: 'list' },
    run: (sandbox, args) => ({ people: sandbox.addPeople(as<{ people: PersonOptions[] }>(args).people) }),
  },
  channels: {
    fields: { channels: 'list' },
    run: (sandbox, args) => ({ channels: sandbox.addChannels(as<{ channels: ChannelOptions[] }>(args).channels) }),
  },
  disconnect: {
    fields: { reason: disconnectReasons },
    run(sandbox, args) {
      if (args['reason'] === undefined) throw new SandboxError('invalid', 'disconnect: reason is missing');
      sandbox.disconnect(as<{ reason: DisconnectReason }>(args).reason);
    },
  },
  drop: { fields: {}, run: (sandbox) => sandbox.drop() },
  clock: {
    fields: { advance: 'count' },
    run(sandbox, args) {
      sandbox.clock.advance(Number(args['advance']));
      return { now: sandbox.clock.now() };
    },
  },
  faults: {
    fields: {
      ...{ next: 'record?', always: 'record?', delivery: 'record?' },
      ...{ linkDisabled: 'flag?', leaveTcpOpen: 'flag?', appRateLimited: 'flag?' },
    },
    run: (sandbox, args) => setFaults(sandbox.faults, args),
  },
};

/** What can be asked for with POST /control/<name>, by the names that programs know. */
export const acts: Readonly<Record<string, Act>> = { ...speaking, ...interacting, ...steering };
