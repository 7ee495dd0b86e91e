/** The address of a folder; the top has the short one. */
export function folderAddress(folderId: string | null, rootFolderId: string): string {
  return folderId === null || folderId === rootFolderId ? '/files' : `/files/${folderId}`;
}
