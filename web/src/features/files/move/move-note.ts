interface Named {
  readonly id: string;
  readonly name: string;
}

/** What is to be said of the folder that rows would go to. `chosen` is what the person chose: it may be
 *  gone, and `target`, above it, stands in for it. */
export function moveNote(chosen: Named, target: Named, openFolderId: string): string {
  const isHere = target.id === openFolderId;
  if (chosen.id === target.id)
    return isHere ? 'It is in this folder already. Choose another one.' : '';
  const gone = `“${chosen.name}” is not there any more.`;
  return isHere ? `${gone} Choose another folder.` : `${gone} “${target.name}” takes its place.`;
}
