/** The server cannot start, and the person who starts it can do something about it. The message is
 *  shown to them as it is, without a stack. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}
