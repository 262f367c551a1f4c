import * as v from 'valibot';
import type { RoleConfig } from '../context/config-policy.ts';
import { normalDn } from '../context/dn.ts';
import { duration, mapping, matching, name, record, required, section, text } from './config-schema-parts.ts';
import { isMapping } from './references.ts';

type OneOrMore<Value> = v.GenericSchema<Value | Value[], Value[]>;

/** One value or a list of them, as a list. */
function several<Value>(schema: v.GenericSchema<Value, Value>, expected: string): OneOrMore<Value> {
  const message = `${expected}, or a list of them`;
  return v.pipe(
    v.union([schema, v.array(schema, message)], message),
    v.transform((given): Value[] => (Array.isArray(given) ? given : [given as Value])),
  );
}

/** In a rule, an empty list would be a condition that nothing meets. */
function atLeastOne<Value>(schema: v.GenericSchema<Value, Value>, expected: string): OneOrMore<Value> {
  return v.pipe(several(schema, expected), v.minLength(1, `${expected}, or a list of them`));
}

const ids = (schema: v.GenericSchema<string, string>, expected: string) => v.optional(several(schema, expected), []);

/** Built for those who write one: all of these take a line a millisecond. */
function whenWritten<Schema extends v.GenericSchema>(build: () => Schema): v.LazySchema<Schema> {
  let built: Schema | undefined;
  return v.lazy(() => {
    built ??= build();
    return built;
  });
}

const slackId = 'a workspace and a member such as T012AB3CD/U012AB3CD';
const osId = 'a host and a uid such as build-1:1001, or a login';

const person = whenWritten(() =>
  mapping({
    slack: ids(matching(/^[TE][A-Z0-9]+\/[UW][A-Z0-9]+$/, slackId), slackId),
    // A number alone is somebody else on the next machine.
    os: ids(matching(/^(?:[^\s:/]+:\d+|[A-Za-z_][\w.-]*)$/, osId), osId),
    email: ids(matching(/^[^\s@]+@[^\s@]+$/, 'an address'), 'an address'),
    github: ids(text, 'a login'),
    jira: ids(text, 'an account'),
    jenkins: ids(text, 'a user'),
    pagerduty: ids(text, 'a user'),
    ldap: ids(text, 'a name'),
  }),
);

const commandName = 'a name such as deploy, or the beginning of names such as jira-*';
const roomId = 'the id of a channel such as C012AB3CD';

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

const expectedDate = 'a date such as 2026-12-20, or with a time: 2026-12-20T18:00';

/** A day that is in the calendar. */
function isDate(written: string): boolean {
  const whole = /^\d{4}-\d\d-\d\d$/.test(written) ? `${written}T00:00` : written;
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(whole)) return false;
  return new Date(`${whole}Z`).toJSON()?.startsWith(whole) === true;
}

function windowParts() {
  const weekday = v.picklist(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
  const time = matching(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time such as 08:30, in quotes');
  const expected = 'a time zone such as Europe/Zurich';
  return {
    days: v.exactOptional(atLeastOne(weekday, 'mon, tue, wed, thu, fri, sat or sun')),
    from: v.exactOptional(time),
    until: v.exactOptional(time),
    // Without it a rule would mean another hour on the next machine.
    zone: required(v.pipe(v.string(expected), v.check(isZone, expected))),
  };
}

const freezeWindow = whenWritten(() => {
  const date = v.pipe(v.string(expectedDate), v.check(isDate, expectedDate));
  const { count: approvals, from, within } = approvalParts();
  return mapping({
    ...windowParts(),
    start: v.exactOptional(date),
    end: v.exactOptional(date),
    reason: required(text),
    override: v.exactOptional(mapping({ approvals, from, within })),
  });
});

function buildValues() {
  const value = v.union([v.string(), v.number(), v.boolean()], 'a text, a number, true or false');
  const argument = matching(/^[a-zA-Z0-9][\w-]*$/, 'the name of an argument or an option');
  return record(argument, atLeastOne<string | number | boolean>(value, 'a value'));
}

function approvalParts() {
  const from = 'a role, a person or everyone';
  const count = 'a whole number above 0';
  return {
    from: required(atLeastOne(name, from)),
    count: v.optional(v.pipe(v.number(count), v.integer(count), v.minValue(1, count)), 1),
    within: v.optional(duration, '1h'),
  };
}

const rule = whenWritten(() => {
  const who = atLeastOne(name, 'a role, a person, everyone or strangers');
  const command = matching(/^(?:\*|[a-z0-9][a-z0-9-]*\*?)$/, commandName);
  const values = buildValues();
  return mapping({
    name: v.exactOptional(text),
    allow: v.exactOptional(who),
    deny: v.exactOptional(who),
    ask: v.exactOptional(who),
    approvals: v.exactOptional(mapping(approvalParts())),
    code: v.exactOptional(v.boolean('true or false')),
    commands: v.exactOptional(atLeastOne(command, commandName)),
    effect: v.exactOptional(v.picklist(['read', 'change'], 'read or change')),
    environments: v.exactOptional(atLeastOne(name, 'an environment')),
    args: v.exactOptional(values),
    options: v.exactOptional(values),
    rooms: v.exactOptional(atLeastOne(matching(/^[CDG][A-Z0-9]+$/, roomId), roomId)),
    origin: v.exactOptional(v.picklist(['terminal', 'room'], 'terminal or room')),
    when: v.exactOptional(mapping(windowParts())),
  });
});

/** Who is who, by name. */
export const people = section(record(name, section(person)));

const groupId = 'the id of a user group such as S012AB3CD, which its name may outlive';
const groupDn = 'the distinguished name of a group such as cn=admins,ou=groups,dc=example,dc=com';
const isDn = v.pipe(
  v.string(groupDn),
  v.check((value) => normalDn(value) !== undefined, groupDn),
);

const members = several(name, 'a person');
const sources = whenWritten(() =>
  mapping({
    people: v.optional(members, []),
    slack: v.exactOptional(atLeastOne(matching(/^S[A-Z0-9]{2,}$/, groupId), groupId)),
    ldap: v.exactOptional(atLeastOne(isDn, groupDn)),
  }),
);
// Told apart before it is looked at, so that a fault within a mapping is named there.
const role = v.lazy((written): typeof members | typeof sources =>
  written === undefined || isMapping(written) ? sources : members,
);

/** A role that nobody has yet may be written with nothing behind it. */
export const roles = section(record(name, v.nullish(role as v.GenericSchema<RoleConfig>, [])));
/** When an environment is left as it is. */
export const freeze = v.array(freezeWindow, 'a list of windows');
export const policy = v.exactOptional(v.array(rule, 'a list of rules'));
