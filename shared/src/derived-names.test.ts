import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conflictedCopyName, fittingName, numberedName, splitExtension } from './derived-names.ts';
import { checkName } from './names.ts';

const validName = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 300 })
  .map((text) => checkName(text))
  .filter((result) => result.ok)
  .map(({ name }) => name);
const longExtension = fc
  .tuple(fc.constantFrom('a', 'é', '😀'), fc.string({ unit: 'binary', maxLength: 250 }))
  .map(([stem, extension]) => checkName(`${stem}.${extension}`))
  .filter((result) => result.ok)
  .map(({ name }) => name);
const anyName = fc.oneof(validName, longExtension);

function expectValid(name: string): void {
  expect(checkName(name)).toEqual({ ok: true, name });
}

describe('splitExtension', () => {
  it.each([
    ['photo.jpg', 'photo', '.jpg'],
    ['photo.tar.gz', 'photo.tar', '.gz'],
    ['README', 'README', ''],
    ['.bashrc', '.bashrc', ''],
    ['.config.json', '.config', '.json'],
  ])('splits %s', (name, stem, extension) => {
    expect(splitExtension(name)).toEqual({ stem, extension });
  });
});

describe('numberedName', () => {
  it('puts the number before the extension', () => {
    expect(numberedName('photo.jpg', 2)).toBe('photo (2).jpg');
    expect(numberedName('.bashrc', 3)).toBe('.bashrc (3)');
  });

  it('shortens the stem of a name that is long already', () => {
    const name = numberedName(`${'a'.repeat(251)}.txt`, 12);
    expect(name).toBe(`${'a'.repeat(246)} (12).txt`);
  });

  it('cuts no character in two', () => {
    expect(numberedName('😀'.repeat(63), 2)).toBe(`${'😀'.repeat(62)} (2)`);
  });

  it('keeps a beginning of the stem where the extension is the long part', () => {
    expect(numberedName(`😀.${'x'.repeat(250)}`, 2)).toMatch(/^😀 \(2\)\.x+$/);
  });

  it('makes a valid name of every valid name', () => {
    fc.assert(
      fc.property(anyName, fc.integer({ min: 2, max: 1_000_000 }), (name, n) => {
        expectValid(numberedName(name, n));
      }),
    );
  });
});

describe('conflictedCopyName', () => {
  it('says whose copy it is and from when', () => {
    expect(conflictedCopyName('plan.txt', 'Anna B.', '2026-11-22')).toBe(
      'plan (conflicted copy, Anna B., 2026-11-22).txt',
    );
  });

  it('makes a valid name whatever somebody is called', () => {
    const whoever = fc.oneof(fc.string({ unit: 'binary' }), fc.constant('a/b\u202e'));
    fc.assert(
      fc.property(anyName, whoever, (name, who) => {
        expectValid(conflictedCopyName(name, who, '2026-11-22'));
      }),
    );
  });
});

describe('fittingName', () => {
  it.each([
    [' lead.txt', 'lead.txt'],
    ['Annual report.', 'Annual report'],
    ['Etc. . .', 'Etc'],
    ['a\nb\u202etxt', 'a-b-txt'],
    ['a\ud800b', 'a\ufffdb'],
    ['..', 'Unnamed'],
    [' ', 'Unnamed'],
    [`${'a'.repeat(300)}.txt`, `${'a'.repeat(251)}.txt`],
    [`${'a'.repeat(254)}.${'a'.repeat(9)}`, `${'a'.repeat(245)}.${'a'.repeat(9)}`],
  ])('makes of %j the nearest name', (written, name) => {
    expect(fittingName(written)).toBe(name);
  });

  it('leaves a valid name as it is', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        expect(fittingName(name)).toBe(name);
      }),
    );
  });

  it('makes a valid name of everything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (written) =>
        expectValid(fittingName(written)),
      ),
    );
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('.', ' ', '\u00a0', '\ud800', '/', '😀', 'é'), { maxLength: 300 }),
        (parts) => expectValid(fittingName(parts.join(''))),
      ),
    );
  });
});
