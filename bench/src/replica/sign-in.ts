// The first sign-in on a device: somebody opens Satchel, fills in the form and presses the button.
import { randomUUID } from 'node:crypto';
import type { Page } from '../support/chromium/page.ts';
import type { Account } from '../sync/accounts.ts';
import { onNewDevice, untilWhole } from './device.ts';

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

/** On a device that has the app, and nothing of the tree. */
export function timeSignIn(url: string, who: Member): Promise<SignedIn> {
  return onNewDevice(async (browser) => {
    const page = await browser.open(`${url}/sign-in`);
    await page.run(() => navigator.serviceWorker.ready.then(() => undefined), undefined);
    await page.until(() => document.querySelector('form [type=submit]') !== null, undefined);
    return pressSignIn(page, who);
  });
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
