/** Lets the person choose files, or one folder with all that is in it. Empty when they choose none.
 *  To be called while a click or a key press is being handled: browsers open no picker otherwise. */
export function pickFiles(what: 'files' | 'folder'): Promise<readonly File[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.webkitdirectory = what === 'folder';
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}
