import { nameKey } from '@satchel/shared/names';
import { describe, expect, it } from 'vitest';
import { looksSame, type Names, placeFile, placerIn, type Standing } from './same-name.ts';

const facts = { sizeBytes: 12, modifiedAt: 1000 };
const file = (name: string): Standing => ({ is: 'file', id: 'f', version: 4, name, ...facts });
const queued = (name: string): Standing => ({ is: 'queued', id: 'u', name, ...facts });
const folder: Standing = { is: 'folder', id: 'd' };

const namesOf = (...standing: [string, Standing][]): Names =>
  new Map(standing.map(([name, what]) => [nameKey(name), what]));

const add = (name: string, id = name) => ({ id, name, ...facts });

describe('a file that is added', () => {
  it('needs no answer where its name is free', () => {
    const place = placerIn(namesOf(['other.md', file('other.md')]));
    expect(place(add('plan.md'))).toEqual({
      filename: 'plan.md',
      onConflict: 'version',
      base: null,
      after: null,
      awaitsAnswer: false,
    });
  });

  it('needs an answer where a file has its name, in whatever case', () => {
    const place = placerIn(namesOf(['Plan.md', file('Plan.md')]));
    expect(place(add('plan.md')).awaitsAnswer).toBe(true);
  });

  it('needs an answer where a file of its name is on its way', () => {
    expect(placerIn(namesOf(['plan.md', queued('plan.md')]))(add('plan.md')).awaitsAnswer).toBe(
      true,
    );
  });

  it('takes another name beside a folder: nothing else would do', () => {
    const placed = placerIn(namesOf(['plan', folder]))(add('plan'));
    expect(placed).toMatchObject({ filename: 'plan (2)', onConflict: 'rename' });
    expect(placed.awaitsAnswer).toBe(false);
  });

  it('is told from another of the same drop that differs in case alone', () => {
    const place = placerIn(new Map());
    expect(place(add('Plan.md')).filename).toBe('Plan.md');
    expect(place(add('plan.md'))).toMatchObject({ filename: 'plan (2).md', awaitsAnswer: false });
  });
});

describe('an answer', () => {
  it('"version" names the version that was seen', () => {
    expect(placeFile('plan.md', 'version', namesOf(['Plan.md', file('Plan.md')]))).toEqual({
      filename: 'Plan.md',
      onConflict: 'version',
      base: { fileId: 'f', version: 4 },
      after: null,
    });
  });

  it('"version" of what is on its way comes after it', () => {
    const placed = placeFile('plan.md', 'version', namesOf(['plan.md', queued('plan.md')]));
    expect(placed).toMatchObject({ base: null, after: 'u', onConflict: 'version' });
  });

  it('"keep both" takes the first free number', () => {
    const names = namesOf(['plan.md', file('plan.md')], ['Plan (2).md', queued('Plan (2).md')]);
    expect(placeFile('plan.md', 'rename', names)).toMatchObject({
      filename: 'plan (3).md',
      onConflict: 'rename',
      base: null,
    });
  });

  it('changes nothing where the name has become free meanwhile', () => {
    for (const answer of ['version', 'rename'] as const) {
      const placed = placeFile('plan.md', answer, new Map());
      expect(placed).toMatchObject({ filename: 'plan.md', base: null, after: null });
    }
  });
});

describe('two files of one name', () => {
  const a = { name: 'plan.md', ...facts };
  it('look the same with one size and one date, as file systems keep dates', () => {
    expect(looksSame(a, { ...a, modifiedAt: 2999 })).toBe(true);
  });
  it('do not look the same with another size, another date, or without a date', () => {
    expect(looksSame(a, { ...a, sizeBytes: 13 })).toBe(false);
    expect(looksSame(a, { ...a, modifiedAt: 4000 })).toBe(false);
    expect(looksSame(a, { ...a, modifiedAt: null })).toBe(false);
  });
});
