import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const readme = readFileSync(resolve(root, 'README.md'), 'utf8');
const [section = ''] = /^## Threats\n[\s\S]*?(?=^## )/m.exec(readme) ?? [];
const rows = section.split('\n').filter((line) => /^\| [^-|S]/.test(line));

describe('the threats of the README', () => {
  it('are there', () => {
    expect(rows.length).toBeGreaterThanOrEqual(20);
  });

  it.each(rows.map((row) => [row]))('are tried in a test that there is: %s', (row) => {
    const named = /`(test\/[\w/.-]+\.test\.ts)`/.exec(row)?.[1];
    expect(named).toBeDefined();
    expect(existsSync(resolve(root, `${named}`)), named).toBe(true);
  });
});
