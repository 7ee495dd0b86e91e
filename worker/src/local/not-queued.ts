/** It can't be done, and nothing was: the code is one of the error table. */
export class NotQueued extends Error {
  override readonly name = 'NotQueued';
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}
