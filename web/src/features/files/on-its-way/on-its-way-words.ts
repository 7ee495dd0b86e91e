import { countWords } from '../../../lib/count-words.ts';

interface Named {
  readonly kind: 'file' | 'folder';
  readonly name: string;
}

/** Why something cannot be done yet to files that are still on their way: "“a.mp4” can be renamed once
 *  it has arrived." */
export function notYetWords(things: readonly Named[], what: NotYet): string {
  const whole = things.length === 1 ? 'it has' : 'they have';
  return `${countWords(things)} can be ${what} once ${whole} arrived.`;
}

export type NotYet = 'renamed' | 'moved' | 'opened' | 'downloaded';
