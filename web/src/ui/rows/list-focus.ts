/** Whether the keyboard belongs to the file list. It outlives the list itself: going into a folder
 *  unmounts the rows, and the person's hands stay where they were. */
let isWanted = false;

export const listFocus = {
  isWanted: () => isWanted,
  claim: () => {
    isWanted = true;
  },
  release: () => {
    isWanted = false;
  },
};

// A window that closes gives the focus back by itself, unless the row it came from is gone.
const CLOSED_AFTER_MS = 250;

/** Gives the focus back to the list once a menu or a dialog has closed and nobody has it. What closes
 *  at once leaves the focus nowhere until the next frame, and who is quick loses a key: so this does
 *  not wait for it. */
export function regainListFocus(): void {
  queueMicrotask(focusLostList);
  setTimeout(focusLostList, CLOSED_AFTER_MS);
}

function focusLostList(): void {
  if (!isWanted || !isFocusLost()) return;
  document.querySelector<HTMLElement>('[role="row"][data-row-id][tabindex="0"]')?.focus();
}

/** The focus is nowhere, or on something that merely holds the list. */
export function isFocusLost(): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement.matches('body, main');
}

/** When the person last changed the list with their own hand: then it may move, they wait for it. */
let lastDeedAtMs = Number.NEGATIVE_INFINITY;
const OWN_DEED_MS = 2000;

export function noteOwnDeed(): void {
  lastDeedAtMs = performance.now();
}

export function isOwnDeedRecent(): boolean {
  return performance.now() - lastDeedAtMs < OWN_DEED_MS;
}
