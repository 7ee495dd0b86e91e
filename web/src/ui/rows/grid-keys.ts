/** What a key means in a list. Pure: it knows keys, never rows. */
export type GridCommand =
  | { readonly do: 'move'; readonly to: MoveTo; readonly how: 'select' | 'extend' | 'focus' }
  | { readonly do: 'type'; readonly letter: string }
  | { readonly do: GridDeed };

export type MoveTo = 'previous' | 'next' | 'page-up' | 'page-down' | 'first' | 'last';

export type GridDeed =
  | 'open'
  | 'up'
  | 'rename'
  | 'delete'
  | 'toggle'
  | 'extend'
  | 'select-all'
  | 'clear'
  | 'cut'
  | 'paste'
  | 'menu';

export interface Keystroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const MOVES: Readonly<Record<string, MoveTo>> = {
  ArrowUp: 'previous',
  ArrowDown: 'next',
  PageUp: 'page-up',
  PageDown: 'page-down',
  Home: 'first',
  End: 'last',
};

const PLAIN: Readonly<Record<string, GridDeed>> = {
  Enter: 'open',
  Backspace: 'up',
  F2: 'rename',
  Delete: 'delete',
  Escape: 'clear',
  ContextMenu: 'menu',
  ' ': 'toggle',
};

const WITH_CONTROL: Readonly<Record<string, GridDeed>> = {
  a: 'select-all',
  x: 'cut',
  v: 'paste',
  ' ': 'toggle',
  // On a Mac, where ⌘⌫ is the delete that every list knows.
  backspace: 'delete',
};

// Signs that mean something on the whole page. They belong to a name only within a word begun.
const PAGE_SIGNS = '/?';

export function gridCommand(stroke: Keystroke, isTyping = false): GridCommand | null {
  if (stroke.altKey) return null;
  const hasControl = stroke.ctrlKey || stroke.metaKey;
  const to = MOVES[stroke.key];
  if (to !== undefined) return { do: 'move', to, how: howToMove(stroke, hasControl) };
  if (stroke.shiftKey && stroke.key === ' ') return { do: 'extend' };
  if (stroke.shiftKey && stroke.key === 'F10') return { do: 'menu' };
  // Most names hold a space: within a word begun it is one more letter.
  if (stroke.key === ' ' && isTyping && !hasControl) return { do: 'type', letter: ' ' };
  const deed = hasControl ? WITH_CONTROL[stroke.key.toLowerCase()] : PLAIN[stroke.key];
  if (deed !== undefined) return { do: deed };
  if (hasControl || [...stroke.key].length !== 1) return null;
  if (PAGE_SIGNS.includes(stroke.key) && !isTyping) return null;
  return { do: 'type', letter: stroke.key };
}

function howToMove(stroke: Keystroke, hasControl: boolean): 'select' | 'extend' | 'focus' {
  if (stroke.shiftKey) return 'extend';
  return hasControl ? 'focus' : 'select';
}

/** The place that a move leads to, in a list of `count` rows of which `pageRows` are on the screen.
 *  From nowhere (-1) the first step is onto the first row. */
export function placeAfter(to: MoveTo, from: number, count: number, pageRows: number): number {
  const steps: Record<MoveTo, number> = {
    previous: from - 1,
    next: from + 1,
    'page-up': from - pageRows,
    'page-down': from + pageRows,
    first: 0,
    last: count - 1,
  };
  return Math.max(0, Math.min(count - 1, steps[to]));
}
