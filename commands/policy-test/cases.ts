import { OpsError } from '../../src/index.ts';
import { timeOf } from './question.ts';

/** `ask`: it is allowed, and takes more than that. */
export type Expected = (typeof outcomes)[number];

const outcomes = ['allow', 'deny', 'ask'] as const;

export interface Case {
  who: string;
  line: string;
  expect: Expected;
  room?: string;
  at?: Date;
  rule?: string;
}

const known = ['who', 'line', 'expect', 'room', 'at', 'rule'];

/** What a file of cases holds, or the error that says which case is wrong. */
export function readCases(content: unknown, file: string): Case[] {
  if (Array.isArray(content) && content.length > 0) {
    return content.map((item: unknown, index) => readCase(item, `${file}: case ${index + 1}`));
  }
  throw new OpsError('config', `${file} holds no list of cases`, {
    hint: '- { who: mary, line: ops deploy prod, expect: deny }',
  });
}

function readCase(item: unknown, from: string): Case {
  const fields = typeof item === 'object' && item !== null ? (item as Record<string, unknown>) : {};
  const unknown = Object.keys(fields).find((key) => !known.includes(key));
  if (unknown !== undefined) throw wrong(from, unknown, `one of ${known.join(', ')}`);
  const { expect, at, room, rule } = fields;
  if (!isExpected(expect)) throw wrong(from, 'expect', 'allow, deny or ask');
  return {
    who: textOf(fields, 'who', from),
    line: textOf(fields, 'line', from),
    expect,
    ...(room === undefined ? {} : { room: textOf(fields, 'room', from) }),
    ...(rule === undefined ? {} : { rule: textOf(fields, 'rule', from) }),
    ...(at === undefined ? {} : { at: at instanceof Date ? at : timeOf(String(at), `${from}: at`) }),
  };
}

const isExpected = (value: unknown): value is Expected => outcomes.some((one) => one === value);

function textOf(fields: Record<string, unknown>, key: string, from: string): string {
  const value = fields[key];
  if (typeof value === 'string' && value !== '') return value;
  throw wrong(from, key, 'a text');
}

const wrong = (from: string, key: string, expected: string): OpsError =>
  new OpsError('config', `${from}: ${key}: expected ${expected}`);
