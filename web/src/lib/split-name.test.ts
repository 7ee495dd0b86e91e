import { describe, expect, it } from 'vitest';
import { splitName } from './split-name.ts';

describe('splitName', () => {
  it('keeps a short name whole', () => {
    expect(splitName('plan.md')).toEqual({ head: 'plan.md', tail: '' });
  });

  it('shows that there is something where a character would turn or break the line', () => {
    expect(splitName('new\nline.txt').head).toBe('new\ufffdline.txt');
    expect(splitName('evil\u202egnp.exe').head).toBe('evil\ufffdgnp.exe');
  });

  it('keeps the extension and the end of the stem together', () => {
    expect(splitName('Minutes of the annual meeting 2026.docx')).toEqual({
      head: 'Minutes of the annual meetin',
      tail: 'g 2026.docx',
    });
  });

  it('cuts between what people see as letters', () => {
    const family = '👨‍👩‍👧‍👦';
    const { head, tail } = splitName(family.repeat(30));
    expect(head).toBe(family.repeat(24));
    expect(tail).toBe(family.repeat(6));
  });

  it('does not cut between letters that join', () => {
    const { head, tail } = splitName('تقرير السنة الماضية والسنة الحاضرة.docx');
    expect(head.endsWith('الحاضرة')).toBe(true);
    expect(tail).toBe('.docx');
  });

  it('does not let an endless extension take all the room', () => {
    const { tail } = splitName(`a.${'x'.repeat(200)}`);
    expect(tail).toHaveLength(16);
  });

  it('loses nothing', () => {
    const name = 'A name without any extension that goes on';
    const { head, tail } = splitName(name);
    expect(head + tail).toBe(name);
  });
});
