interface Shortcut {
  readonly keys: readonly string[];
  readonly does: string;
}

export interface ShortcutGroup {
  readonly title: string;
  readonly shortcuts: readonly Shortcut[];
  readonly note?: string;
}

/** The name of the key that goes with letters: ⌘ on Apple's machines, Ctrl elsewhere. */
const MODIFIER = /mac|iphone|ipad/i.test(navigator.platform) ? '⌘' : 'Ctrl';

/** Every key of the app, as the help sheet tells them. */
export const SHORTCUT_GROUPS: readonly ShortcutGroup[] = [
  {
    title: 'Anywhere',
    shortcuts: [
      { keys: ['/'], does: 'Search' },
      { keys: ['u'], does: 'Upload files' },
      { keys: ['n'], does: 'New folder' },
      { keys: ['t'], does: 'Go to the transfers, and back' },
      { keys: [`${MODIFIER} Z`], does: 'Undo' },
      { keys: ['?'], does: 'Show this list' },
      { keys: ['Esc'], does: 'Close the topmost' },
    ],
  },
  {
    title: 'In the list',
    shortcuts: [
      { keys: ['↑', '↓'], does: 'Move' },
      { keys: ['Home', 'End'], does: 'First, last' },
      { keys: ['a … z'], does: 'Jump to a name' },
      { keys: ['Enter'], does: 'Open' },
      { keys: ['Backspace'], does: 'Up to the folder above' },
      { keys: ['i'], does: 'Show or hide the details' },
    ],
    note: 'Here u, n, i, k and t wait a moment: another letter makes a name of them. With Shift they are a name at once.',
  },
  {
    title: 'With what is selected',
    shortcuts: [
      { keys: ['Shift ↑', 'Shift ↓'], does: 'Extend the selection' },
      { keys: [`${MODIFIER} Space`], does: 'Add or take away' },
      { keys: [`${MODIFIER} A`], does: 'Select all' },
      { keys: ['F2'], does: 'Rename' },
      { keys: [`${MODIFIER} X`, `${MODIFIER} V`], does: 'Cut, put here' },
      { keys: ['k'], does: 'Keep offline, or stop' },
      { keys: ['Delete'], does: 'Move to trash' },
    ],
  },
];
