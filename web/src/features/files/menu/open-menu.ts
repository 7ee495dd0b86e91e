/** A menu that is open: where, and about what. */
export interface OpenMenu {
  readonly at: { readonly x: number; readonly y: number };
  /** Ids of rows; none when it is about the folder itself. */
  readonly ids: readonly string[];
}
