import { contentDisposition } from '@satchel/shared/served/content-disposition';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NAUGHTY_NAMES } from '../../../test/naughty-names.ts';

const HEADER =
  /^(?:attachment|inline); filename="([^"\\%]*)"(?:; filename\*=UTF-8''([\w.%!#$&+^`|~-]+))?$/;

/** The name as a browser reads it. */
function readName(header: string): string {
  const [, plain = '', extended] = HEADER.exec(header) ?? [];
  return extended === undefined ? plain : decodeURIComponent(extended);
}

describe('contentDisposition', () => {
  it.each([
    ['report.pdf', 'attachment; filename="report.pdf"'],
    ['my report.pdf', 'attachment; filename="my report.pdf"'],
    ['Übersicht.pdf', `attachment; filename="_bersicht.pdf"; filename*=UTF-8''%C3%9Cbersicht.pdf`],
    ['😀.png', `attachment; filename="_.png"; filename*=UTF-8''%F0%9F%98%80.png`],
    ['a"b\\c.txt', `attachment; filename="a_b_c.txt"; filename*=UTF-8''a%22b%5Cc.txt`],
    ['100%41.txt', `attachment; filename="100_41.txt"; filename*=UTF-8''100%2541.txt`],
    ["it's (1)*.txt", `attachment; filename="it's (1)*.txt"`],
    [
      "ö's (1)*.txt",
      `attachment; filename="_'s (1)*.txt"; filename*=UTF-8''%C3%B6%27s%20%281%29%2A.txt`,
    ],
  ])('DL9 of %j', (name, header) => {
    expect(contentDisposition('attachment', name)).toBe(header);
  });

  it('DL9 a name that breaks out of a header or a quoted string cannot', () => {
    const header = contentDisposition('inline', 'a"; filename="b\r\nSet-Cookie: x=1\r\n\r\n<html>');
    expect(header).toMatch(HEADER);
    expect(header).not.toMatch(/[\r\n]/);
  });

  it.each(NAUGHTY_NAMES)('DL9 gives back naughty name %#', (name) => {
    const header = contentDisposition('attachment', name);
    expect(header).toMatch(HEADER);
    expect(readName(header)).toBe(name);
  });

  it('DL9 is a valid header that gives back any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const header = contentDisposition('attachment', name);
        expect(header).toMatch(HEADER);
        expect(readName(header)).toBe(name.toWellFormed());
      }),
    );
  });
});
