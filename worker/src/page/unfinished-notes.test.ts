import { describe, expect, it } from 'vitest';
import { forgetLost, notesFor, noteUnfinished, unfinishedFiles } from './unfinished-notes.ts';

const files = (...names: string[]) => unfinishedFiles(names);
const noted = noteUnfinished(notesFor('db1', null), 'ada', files('a.mp4', 'b.pdf'));

describe('the notes of unfinished uploads', () => {
  it('say that nothing is lost while the database is the same', () => {
    expect(notesFor('db1', noted).lost).toEqual({});
  });

  it('say what was lost with an earlier database, to its person alone', () => {
    const both = noteUnfinished(noted, 'ben', files('c.txt'));
    const { lost, unfinished } = notesFor('db2', both);
    expect(lost).toEqual({ ada: files('a.mp4', 'b.pdf'), ben: files('c.txt') });
    expect(unfinished).toEqual({});
  });

  it('add up what two databases took with them', () => {
    const again = noteUnfinished(notesFor('db2', noted), 'ada', files('c.txt'));
    expect(notesFor('db3', again).lost.ada).toEqual(files('a.mp4', 'b.pdf', 'c.txt'));
  });

  it('forget what has arrived', () => {
    const done = noteUnfinished(noted, 'ada', files());
    expect(notesFor('db2', done).lost).toEqual({});
  });

  it('forget what was chosen again, and keep the rest until its person knows', () => {
    const wiped = notesFor('db2', noted);
    const rest = forgetLost(wiped, 'ada', ['a.mp4', 'other.txt']);
    expect(rest.lost.ada).toEqual(files('b.pdf'));
    expect(forgetLost(rest, 'ada').lost).toEqual({});
  });

  it('count more than they name', () => {
    const many = unfinishedFiles(Array.from({ length: 10_000 }, (_, i) => `${i}.txt`));
    expect(many.count).toBe(10_000);
    expect(many.names).toHaveLength(100);
  });
});
