import { useFolderName } from './use-folder-name.ts';

/** The name of the folder a file goes to; nothing while that folder is still to be made. */
export function FolderOfTransfer({ folderId }: { readonly folderId: string }) {
  const name = useFolderName(folderId);
  if (name === undefined) return null;
  return (
    <span className="transfer-folder" title={name}>
      <span aria-hidden>→ </span>
      <span className="visually-hidden">to </span>
      {name}
    </span>
  );
}
