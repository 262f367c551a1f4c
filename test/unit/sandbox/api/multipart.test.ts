import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundaryOf, readMultipart } from '../../../../src/sandbox/api/multipart.ts';

const form = (boundary: string, parts: readonly [string, Uint8Array][]): Buffer =>
  Buffer.concat([
    ...parts.flatMap(([header, data]) => [
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${header}\r\n\r\n`),
      data,
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ]);

describe('a multipart body', () => {
  it('gives its parts with their names', () => {
    const body = form('b', [
      ['name="text"', Buffer.from('a\r\n--x')],
      ['name="body"; filename="Un \\"t\\".txt"', Buffer.from([0, 255])],
    ]);
    expect(readMultipart(body, 'b')).toEqual([
      { name: 'text', data: Buffer.from('a\r\n--x') },
      { name: 'body', filename: 'Un "t".txt', data: Buffer.from([0, 255]) },
    ]);
  });

  it('carries any bytes', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array()), (contents) => {
        const body = form(
          '7f3b9c',
          contents.map((data): [string, Uint8Array] => ['name="x"', data]),
        );
        expect(readMultipart(body, '7f3b9c')?.map(({ data }) => [...data])).toEqual(contents.map((data) => [...data]));
      }),
    );
  });

  it('is refused when it is not one', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => readMultipart(Buffer.from(bytes), 'b') === undefined));
    expect(readMultipart(Buffer.from('--b\r\nContent-Disposition: form-data; name="x"\r\n\r\nno end'), 'b')).toBe(
      undefined,
    );
  });

  it.each([
    ['multipart/form-data; boundary=abc', 'abc'],
    ['multipart/form-data; boundary="a b"; charset=utf-8', 'a b'],
    ['multipart/form-data', undefined],
  ])('has its boundary in %s', (type, boundary) => {
    expect(boundaryOf(type)).toBe(boundary);
  });
});
