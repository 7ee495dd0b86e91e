import { describe, expect, it } from 'vitest';
import { checkName, explainNameFault, type NameFault, nameKey, withoutForbidden } from './names.ts';

describe('checkName', () => {
  it.each([
    ['plain', 'report.pdf'],
    ['with spaces inside', 'my  report.pdf'],
    ['beginning with a dot', '.bashrc'],
    ['with dots inside', 'a..b'],
    ['of emoji', '👩‍👩‍👧‍👦.jpg'],
    ['of Arabic', 'تقرير.pdf'],
    ['of a zero-width space inside', 'a\u200bb'],
    ['of a joiner', 'क्\u200dष'],
    ['of what Windows reserves', 'CON'],
    ['of shell characters', '$(rm -rf ~); `id` | tee "x" > y & *?'],
    ['of SQL', "'; drop table nodes; --"],
    ['of mark-up', '<script>alert(1)</script>'.replace('/', '')],
    ['of 255 bytes', 'a'.repeat(255)],
    ['of 255 bytes of two-byte letters and one', `${'é'.repeat(127)}a`],
  ])('NO1 takes a name %s', (_what, name) => {
    expect(checkName(name)).toEqual({ ok: true, name });
  });

  it.each<[string, NameFault, string]>([
    ['nothing', 'empty', ''],
    ['256 bytes', 'too-long', 'a'.repeat(256)],
    ['256 bytes in 128 letters', 'too-long', 'é'.repeat(128)],
    ['half a surrogate pair', 'not-unicode', 'a\ud800b'],
    ['a slash', 'forbidden-character', 'a/b'],
    ['a backslash', 'forbidden-character', 'a\\b'],
    ['a NUL', 'forbidden-character', 'a\0b'],
    ['a line feed', 'forbidden-character', 'a\nb'],
    ['a delete character', 'forbidden-character', 'a\u007fb'],
    ['a C1 control', 'forbidden-character', 'a\u0085b'],
    ['a right-to-left override', 'forbidden-character', 'txt.\u202eexe'],
    ['a right-to-left isolate', 'forbidden-character', '\u2067a'],
    ['a right-to-left mark', 'forbidden-character', 'a\u200fb'],
    ['one dot', 'reserved', '.'],
    ['two dots', 'reserved', '..'],
    ['three dots', 'trailing-dot', '...'],
    ['a trailing dot', 'trailing-dot', 'name.'],
    ['a leading space', 'outer-space', ' name'],
    ['a trailing space', 'outer-space', 'name '],
    ['a trailing no-break space', 'outer-space', 'name\u00a0'],
    ['a leading ideographic space', 'outer-space', '\u3000name'],
    ['spaces alone', 'outer-space', '   '],
  ])('NO1 refuses %s as %s', (_what, fault, name) => {
    expect(checkName(name)).toEqual({ ok: false, fault });
    expect(explainNameFault(fault)).toMatch(/\.$/);
  });

  it('NO1 gives a decomposed name in its composed form', () => {
    expect(checkName('Cafe\u0301')).toEqual({ ok: true, name: 'Café' });
  });

  it('NO1 counts the bytes of the composed form', () => {
    expect(checkName('e\u0301'.repeat(127))).toMatchObject({ ok: true });
  });
});

describe('nameKey', () => {
  it('NO2 is equal for names that differ in case or composition alone', () => {
    expect(nameKey('CAFÉ.TXT')).toBe(nameKey('cafe\u0301.txt'));
    expect(nameKey('Maßband')).toBe(nameKey('MASSBAND'));
  });

  it('NO2 differs for names that differ in more', () => {
    expect(nameKey('cafe')).not.toBe(nameKey('café'));
    expect(nameKey('a b')).not.toBe(nameKey('a\u00a0b'));
  });
});

describe('withoutForbidden', () => {
  it('puts a hyphen for each character that a name cannot hold', () => {
    expect(withoutForbidden('a/b\\c\u202ed\ne')).toBe('a-b-c-d-e');
  });
});
