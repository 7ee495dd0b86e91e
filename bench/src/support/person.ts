// Somebody who is signed in, in a browser and outside of it.
import { createHash, randomUUID } from 'node:crypto';
import type { Browser } from './chromium/browser.ts';

const WEEK_S = 7 * 24 * 3600;

export class Person {
  private constructor(
    private readonly url: string,
    private readonly cookie: { readonly name: string; readonly value: string },
  ) {}

  static async signUp(url: string): Promise<Person> {
    const answer = await fetch(`${url}/api/v1/auth/register`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        email: `${randomUUID()}@example.org`,
        password: randomUUID(),
        displayName: 'Bench',
      }),
    });
    if (!answer.ok) throw new Error(`registering answered ${answer.status}`);
    const [name = '', value = ''] = answer.headers.getSetCookie()[0]?.split(/[=;]/, 2) ?? [];
    return new Person(url, { name, value });
  }

  async signInTo(browser: Browser): Promise<void> {
    const expires = Math.floor(Date.now() / 1000) + WEEK_S;
    const cookie = { ...this.cookie, url: this.url, httpOnly: true, expires };
    await browser.cdp.send('Storage.setCookies', { cookies: [cookie] });
  }

  /** Resolves when files of so many bytes have been completed. */
  async untilUsed(bytes: number): Promise<void> {
    for (;;) {
      const { user } = await this.get<{ user: { usedBytes: number } }>('/auth/me');
      if (user.usedBytes >= bytes) return;
      await new Promise((later) => setTimeout(later, 250));
    }
  }

  /** An answer of the API, asked for from outside of the browser. */
  async get<Answer>(path: string): Promise<Answer> {
    return (await (await this.#ask(path)).json()) as Answer;
  }

  /** The SHA-256 of what downloading a file gives. */
  async sha256Of(fileId: string): Promise<string> {
    const { body } = await this.#ask(`/files/${fileId}/download`);
    const hash = createHash('sha256');
    for await (const bytes of body ?? []) hash.update(bytes);
    return hash.digest('hex');
  }

  async #ask(path: string): Promise<Response> {
    const headers = { cookie: `${this.cookie.name}=${this.cookie.value}` };
    const answer = await fetch(`${this.url}/api/v1${path}`, { headers });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return answer;
  }
}
