/** Where the browser downloads a file from; with `inline` it shows it, if its type is safe. */
export function downloadUrl(fileId: string, options: { readonly inline?: boolean } = {}): string {
  return `/api/v1/files/${encodeURIComponent(fileId)}/download${options.inline ? '?inline=1' : ''}`;
}
