import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ScriptFile } from '../../../src/command/script.ts';
import { findHeader, readHeader } from '../../../src/command/script-header.ts';
import { temporaryFolder, writeProgram } from '../../support/folder.ts';

describe('findHeader', () => {
  it.each([
    ['#', '#!/bin/bash\n# ---\n# a: 1\n# b:\n#   - c\n# ---\necho\n', 'a: 1\nb:\n  - c', 2],
    ['//', '// ---\n// a: 1\n//\n// b: 2\n// ---\n', 'a: 1\n\nb: 2', 1],
    ['--', '-- ---\n-- a: 1\n-- ---\n', 'a: 1', 1],
    [';', '; ---\n; a: 1\n; ---\n', 'a: 1', 1],
    [';;', ';; ---\n;; a: 1\n;; ---\n', 'a: 1', 1],
    ['%', '% ---\n% a: 1\n% ---\n', 'a: 1', 1],
    ['*', '/*\n * ---\n * a: 1\n *   b\n * ---\n */\n', 'a: 1\n  b', 2],
    ['#', '\r\n# ---\r\n# a: 1\r\n# ---\r\n', 'a: 1', 2],
    ['#', '# ---\n# ---\n', '', 1],
  ])('reads what stands between comments with %s', (prefix, source, text, line) => {
    expect(findHeader(source)).toEqual({ line, prefix, text });
  });

  it.each([
    ['has none', '#!/bin/bash\necho\n'],
    ['draws lines of dashes', '-----\n#---\n# ----\n--- a\n'],
    ['has one too far down', `${'\n'.repeat(100)}# ---\n# a: 1\n# ---\n`],
    ['is empty', ''],
  ])('finds nothing in a script that %s', (_, source) => {
    expect(findHeader(source)).toBeUndefined();
  });

  it.each([
    ['the end is missing', '# ---\n# a: 1\n'],
    ['code begins before the end', '# ---\n# a: 1\necho\n# ---\n'],
    ['the comment sign changes', '# ---\n// a: 1\n# ---\n'],
  ])('says that a header has no end where %s', (_, source) => {
    expect(findHeader(source)).toEqual({ line: 1, prefix: '#' });
  });
});

describe('readHeader', () => {
  function script(name: string, content: string | Uint8Array, manifests: readonly string[] = []): ScriptFile {
    const path = writeProgram(temporaryFolder(), name, content);
    return { name: basename(name).replace(/\..*$/, ''), path, shown: `scripts/${name}`, manifests, rivals: [] };
  }

  it('reads the comment at the top', async () => {
    const file = script('hello.sh', '#!/bin/sh\n# ---\n# summary: Say hello\n# ---\n');
    expect(await readHeader(file)).toEqual({ content: { summary: 'Say hello' }, from: 'scripts/hello.sh' });
  });

  it.each([
    ['hello.yaml', 'summary: Say hello\n'],
    ['hello.json', '{"summary": "Say hello"}'],
  ])('prefers the manifest %s beside it', async (name, content) => {
    const manifest = writeProgram(temporaryFolder(), name, content, 0o644);
    const file = script('hello.sh', '#!/bin/sh\n# ---\n# summary: Other\n# ---\n', [manifest]);
    expect(await readHeader(file)).toEqual({ content: { summary: 'Say hello' }, from: `scripts/${name}` });
  });

  it('says in which line the YAML goes wrong', async () => {
    const file = script('hello.sh', '#!/bin/sh\n# ---\n# summary: a\n# summary: b\n# ---\n');
    await expect(readHeader(file)).rejects.toMatchObject({
      outcome: 'config',
      message: 'scripts/hello.sh:4: this is not YAML: duplicated mapping key',
    });
  });

  it('says where a header that has no end begins', async () => {
    await expect(readHeader(script('hello.sh', '#!/bin/sh\n# ---\necho\n'))).rejects.toMatchObject({
      outcome: 'config',
      message: 'scripts/hello.sh: the header that begins in line 2 does not end',
    });
  });

  it.each([
    ['hello.sh', '#', '#!/bin/sh\necho\n'],
    ['hello.mjs', '//', '#!/usr/bin/env node\n'],
    ['hello.lua', '--', '#!/usr/bin/env lua\n'],
  ])('shows a header to paste into %s', async (name, sign, content) => {
    const hint = [
      'put this below its first line:',
      `${sign} ---`,
      `${sign} summary: Say what it does`,
      `${sign} effect: read`,
      `${sign} examples:`,
      `${sign}   - line: ops hello`,
      `${sign}     says: What it prints`,
      `${sign} ---`,
    ];
    await expect(readHeader(script(name, content))).rejects.toMatchObject({
      outcome: 'config',
      message: `scripts/${name} does not say what it is: it has neither a manifest nor a header`,
      hint: hint.join('\n'),
    });
  });

  it('asks for a manifest beside a binary program', async () => {
    await expect(readHeader(script('hello', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0])))).rejects.toMatchObject({
      hint: expect.stringMatching(/^write scripts\/hello.yaml:\nsummary: /),
    });
  });
});
