import { describe, expect, test } from 'vitest';
import { colorOf } from '../../../../../src/sandbox/page/blocks/colors.ts';
import { imageUrl, linkUrl, trimAddress } from '../../../../../src/sandbox/page/blocks/urls.ts';

describe('an address may be followed', () => {
  test.each([
    ['https://example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
    ['HTTP://EXAMPLE.com', 'http://example.com/'],
    ['mailto:a@b.c', 'mailto:a@b.c'],
    ['tel:+4930', 'tel:+4930'],
    ['slack://channel?id=C1', 'slack://channel?id=C1'],
  ])('%s', (url, href) => {
    expect(linkUrl(url)).toBe(href);
  });
});

describe('an address may not be followed', () => {
  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://example.com/1',
    '/relative',
    'example.com',
    '',
    undefined,
    { href: 'https://example.com' },
  ])('%j', (url) => {
    expect(linkUrl(url)).toBeUndefined();
  });
});

describe('a picture comes from the web or from the page’s own server', () => {
  test.each([
    ['https://example.com/a.png', 'https://example.com/a.png'],
    ['/files-pri/T1-F1/a.png', 'http://127.0.0.1:3000/files-pri/T1-F1/a.png'],
    ['javascript:alert(1)', undefined],
    ['data:image/svg+xml,<svg onload=alert(1)>', undefined],
    ['file:///a.png', undefined],
    ['', undefined],
    [7, undefined],
  ])('%j', (url, src) => {
    expect(imageUrl(url, 'http://127.0.0.1:3000/')).toBe(src);
  });
});

describe('an address ends before the punctuation of its sentence', () => {
  test.each([
    ['https://a.b/c.', 'https://a.b/c'],
    ['https://a.b/c),', 'https://a.b/c'],
    ['https://a.b/c_(d)', 'https://a.b/c_(d)'],
    ['https://a.b/c_(d).', 'https://a.b/c_(d)'],
    ['https://a.b/?!', 'https://a.b/'],
  ])('%s', (typed, address) => {
    expect(trimAddress(typed)).toBe(address);
  });
});

describe('a colour is nothing but a colour', () => {
  test.each([
    ['good', '#2eb886'],
    ['warning', '#daa038'],
    ['danger', '#a30200'],
    ['#E01E5A', '#e01e5a'],
    ['abc', '#abc'],
    ['red', undefined],
    ['#12345', undefined],
    ['#fff;background:url(//evil)', undefined],
    ['url(javascript:alert(1))', undefined],
    ['constructor', undefined],
    [123456, undefined],
  ])('%j', (value, color) => {
    expect(colorOf(value)).toBe(color);
  });
});
