/** Finds rows by their first letters. Letters typed within a second belong together; one letter
 *  pressed again and again goes on to the next row that begins with it. */
export interface TypeAhead {
  readonly typed: string;
  readonly atMs: number;
}

const PAUSE_MS = 1000;

export const NOTHING_TYPED: TypeAhead = { typed: '', atMs: 0 };

export function typeLetter(state: TypeAhead, letter: string, nowMs: number): TypeAhead {
  const isGoingOn = nowMs - state.atMs < PAUSE_MS;
  return { typed: isGoingOn ? state.typed + letter : letter, atMs: nowMs };
}

/** The place of the row to go to, or -1. Looks from `from` on and begins again at the top. */
export function findTyped(names: readonly string[], from: number, typed: string): number {
  const folded = fold(typed);
  const isRepeated = [...folded].every((letter) => letter === folded[0]);
  const wanted = isRepeated ? (folded[0] ?? '') : folded;
  const start = isRepeated ? from + 1 : Math.max(from, 0);
  for (let step = 0; step < names.length; step++) {
    const place = (start + step) % names.length;
    if (beginsWith(names[place] ?? '', wanted)) return place;
  }
  return -1;
}

// Only the beginning is looked at: of 100 000 names, folding all of each takes seconds. A letter has
// at most a few accents.
function beginsWith(name: string, wanted: string): boolean {
  return fold(name.slice(0, 4 * wanted.length)).startsWith(wanted);
}

// Accents do not count: who types "u" finds "Über" too.
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

export function isTyping(state: TypeAhead, nowMs: number): boolean {
  return state.typed !== '' && nowMs - state.atMs < PAUSE_MS;
}
