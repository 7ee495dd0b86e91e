// How long the browser lets a service worker work, by what woke it and whether a tab is open. Nothing
// is attached to the worker: a debugger that is keeps it alive.
import type { Browser } from '../support/chromium/browser.ts';
import type { Page } from '../support/chromium/page.ts';
import { Site } from './site.ts';

const SILENCE_MS = 40_000;

export interface Subject {
  readonly browser: Browser;
  /** When to give up waiting for an end. */
  readonly mostMs: number;
}

interface Message {
  readonly isHeld: boolean;
  readonly seconds?: number;
}

/** What Chromium adds, and TypeScript does not know. */
type SyncRegistration = ServiceWorkerRegistration & {
  readonly sync: { register(tag: string): Promise<void> };
};

export async function messageLife(
  subject: Subject,
  message: Message,
  isTabClosed: boolean,
): Promise<string> {
  return withSite(subject, async (site, page) => {
    await post(page, message);
    return lifeFrom(site, subject, isTabClosed ? page : null);
  });
}

/** A page wakes it every 15 s; each event is over after 20 s. */
export async function segmentsLife(subject: Subject): Promise<string> {
  return withSite(subject, async (site, page) => {
    const again = () => void post(page, { isHeld: true, seconds: 20 }).catch(() => {});
    again();
    const timer = setInterval(again, 15_000);
    const life = await lifeFrom(site, subject, null);
    clearInterval(timer);
    return life;
  });
}

export async function syncLife(subject: Subject): Promise<string> {
  return withSite(subject, async (site, page) => {
    await registerSync(page, 'lasts');
    return lifeFrom(site, subject, page);
  });
}

/** Every try fails, with no tab: tells when the next ones come. */
export async function syncRetries(subject: Subject): Promise<string> {
  return withSite(subject, async (site, page) => {
    await registerSync(page, 'fails');
    await site.untilHeard('attempt');
    await page.close();
    await site.untilSilent('attempt', subject.mostMs, subject.mostMs * 4);
    const tries = site.heard('attempt');
    const pauses = tries.slice(1).map((at, i) => seconds(at - (tries[i] ?? at)));
    return `${tries.length} tries, again after ${pauses.join(' and ')}, then never`;
  });
}

async function lifeFrom(site: Site, subject: Subject, toClose: Page | null): Promise<string> {
  await site.untilHeard('beat', 2);
  await toClose?.close();
  await site.untilSilent('beat', SILENCE_MS, subject.mostMs);
  const beats = site.heard('beat');
  const first = beats[0] ?? 0;
  const last = beats.at(-1) ?? 0;
  const isAlive = Date.now() - last < SILENCE_MS;
  return isAlive
    ? `no end within ${seconds(last - first)}`
    : `ended after ${seconds(last - first)}`;
}

async function withSite(
  { browser }: Subject,
  measure: (site: Site, page: Page) => Promise<string>,
): Promise<string> {
  const site = await Site.start();
  try {
    const page = await browser.open(site.url);
    await page.until(() => 'registration' in globalThis, undefined);
    return await measure(site, page);
  } finally {
    site.stop();
  }
}

function post(page: Page, message: Message): Promise<void> {
  return page.run(async (data) => {
    (await navigator.serviceWorker.ready).active?.postMessage(data);
  }, message);
}

function registerSync(page: Page, tag: string): Promise<void> {
  return page.run(async (name) => {
    const registration = (await navigator.serviceWorker.ready) as SyncRegistration;
    await registration.sync.register(name);
  }, tag);
}

export function seconds(ms: number): string {
  return `${Math.round(ms / 1000)} s`;
}
