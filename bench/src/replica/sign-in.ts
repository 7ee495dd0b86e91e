// The first sign-in on a device: somebody opens Satchel, fills in the form and presses the button.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Browser } from '../support/chromium/browser.ts';
import type { Page } from '../support/chromium/page.ts';
import type { Account } from '../sync/accounts.ts';
import { untilWhole } from './device.ts';

export interface Member extends Account {
  readonly email: string;
  readonly password: string;
}

/** Somebody who can sign in with a password, and who is signed in as well. */
export async function registerMember(url: string): Promise<Member> {
  const email = `${randomUUID()}@example.org`;
  const password = randomUUID();
  const answer = await fetch(`${url}/api/v1/auth/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password, displayName: 'Bench' }),
  });
  if (!answer.ok) throw new Error(`registering answered ${answer.status}`);
  const { user } = (await answer.json()) as {
    user: { id: string; personalSpaceId: string; rootFolderId: string };
  };
  const cookie = answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
  const { id: userId, personalSpaceId: spaceId, rootFolderId: rootId } = user;
  return { userId, spaceId, rootId, cookie, email, password };
}

export interface SignedIn {
  /** From the button to the frame with the first rows. */
  readonly listMs: number;
  /** From the button to when all of the tree is in the browser. */
  readonly wholeMs: number;
}

/** In a browser of its own with an empty profile. */
export async function timeSignIn(url: string, who: Member): Promise<SignedIn> {
  const profile = await mkdtemp(join(tmpdir(), 'satchel-bench-device-'));
  const browser = await Browser.start(profile, ['--window-size=1440,900']);
  try {
    const page = await browser.open(`${url}/sign-in`);
    await page.run(() => navigator.serviceWorker.ready.then(() => undefined), undefined);
    await page.until(() => document.querySelector('form [type=submit]') !== null, undefined);
    return await pressSignIn(page, who);
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true });
  }
}

async function pressSignIn(page: Page, { email, password }: Member): Promise<SignedIn> {
  const pressedAt = await page.run(
    ([mail, secret]) => {
      const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      for (const [type, text] of [
        ['email', mail],
        ['password', secret],
      ]) {
        const field = document.querySelector(`input[type=${type}]`);
        setValue?.call(field, text);
        field?.dispatchEvent(new Event('input', { bubbles: true }));
      }
      const now = performance.now();
      document.querySelector<HTMLButtonElement>('form [type=submit]')?.click();
      return now;
    },
    [email, password] as const,
  );
  const [listedAt, wholeAt] = await Promise.all([untilListed(page), untilWhole(page)]);
  return { listMs: listedAt - pressedAt, wholeMs: wholeAt - pressedAt };
}

/** Resolves at the frame with the first rows; gives the milliseconds since the page began. */
function untilListed(page: Page): Promise<number> {
  return page.run(
    () =>
      new Promise<number>((resolve) => {
        new MutationObserver((_records, observer) => {
          if (document.querySelectorAll('[data-row-id]').length < 10) return;
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
        }).observe(document.body, { childList: true, subtree: true });
      }),
    undefined,
  );
}
