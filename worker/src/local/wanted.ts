import type { Mutation } from '../engine/mutations/mutation.ts';

export interface Wanted {
  readonly nodeId: string;
  readonly mutation: Mutation;
  /** Also where it looks as if it were so already: the server said that it is not. */
  readonly isForced?: boolean;
}

export interface Doer {
  readonly userId: string;
  readonly rootFolderId: string;
}
