import type { CdpPipe } from './cdp-pipe.ts';

interface Evaluated {
  readonly result?: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly exception?: { readonly description?: string } };
}

/** One tab, attached to by itself: its service worker is not. */
export class Page {
  readonly #cdp: CdpPipe;
  readonly #targetId: string;
  readonly #sessionId: string;

  private constructor(cdp: CdpPipe, targetId: string, sessionId: string) {
    this.#cdp = cdp;
    this.#targetId = targetId;
    this.#sessionId = sessionId;
  }

  static async attach(cdp: CdpPipe, targetId: string): Promise<Page> {
    const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: true });
    const page = new Page(cdp, targetId, String(sessionId));
    await page.send('Page.enable');
    return page;
  }

  send(method: string, params: object = {}): Promise<Record<string, unknown>> {
    return this.#cdp.send(method, params, this.#sessionId);
  }

  /** Resolves when the document has loaded. */
  async go(url: string): Promise<void> {
    const loaded = this.#cdp.next('Page.loadEventFired', this.#sessionId);
    await this.send('Page.navigate', { url });
    await loaded;
  }

  /** Runs a function, which sees nothing but its argument, in the page. Throws what it throws. */
  async run<Value, Arg = void>(
    what: (arg: Arg) => Value | Promise<Value>,
    arg: Arg,
  ): Promise<Value> {
    const expression = `(${what})(${JSON.stringify(arg) ?? ''})`;
    const params = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails }: Evaluated = await this.send('Runtime.evaluate', params);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? expression);
    return result?.value as Value;
  }

  /** Waits until a function says yes in the page. */
  async until<Arg = void>(what: (arg: Arg) => boolean, arg: Arg): Promise<void> {
    while (!(await this.run(what, arg))) await new Promise((later) => setTimeout(later, 250));
  }

  /** Chooses real files in a file field. */
  async choose(selector: string, paths: readonly string[]): Promise<void> {
    const expression = `document.querySelector(${JSON.stringify(selector)})`;
    const { result } = await this.send('Runtime.evaluate', { expression });
    const { objectId } = result as { objectId?: string };
    await this.send('DOM.setFileInputFiles', { objectId, files: paths });
  }

  /** Drops real files and folders, the way the browser delivers a drag from the desktop. */
  async drop(paths: readonly string[]): Promise<void> {
    const data = { items: [], files: paths, dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop']) {
      await this.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
    }
  }

  /** A click of the mouse: what a browser takes for the act of a person. */
  async click(x: number, y: number): Promise<void> {
    const button = { x, y, button: 'left', clickCount: 1 };
    await this.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...button });
    await this.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...button });
  }

  /** Closes the tab. */
  async close(): Promise<void> {
    await this.#cdp.send('Target.closeTarget', { targetId: this.#targetId });
  }
}
