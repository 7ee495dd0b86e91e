import { readAccount } from '@satchel/worker/local/account';
import { setConnection, useConnectionStore } from '../../lib/connection-store.ts';

/** Has the signed-in person's tree followed for as long as the page lives, and tells the screen how the
 *  way to the server is. */
export function watchSession(): void {
  addEventListener('offline', () => setConnection('offline'));
  addEventListener('online', () => {
    if (useConnectionStore.getState().connection === 'offline') setConnection('reconnecting');
    lookOnce().catch(reportError);
  });
  lookOnce().catch(reportError);
  follow().catch(reportError);
}

/** What follows is loaded beside what shows: the list does not wait for it. */
async function follow(): Promise<void> {
  const { startFeed } = await import('@satchel/worker/page/feed');
  startFeed(({ is, arriving }) => {
    const isCutOff = is !== 'connected' && !navigator.onLine;
    setConnection(isCutOff ? 'offline' : is, arriving);
  });
}

/** A browser that has thrown away what it knew may still have its cookie. Whoever signed out stays so,
 *  even where the server could not be told: it is told now. */
async function lookOnce(): Promise<void> {
  const { user, isSessionLeft } = await readAccount();
  if (user !== null && !isSessionLeft) return;
  const { endLeftSession, refreshAccount } = await import('@satchel/worker/page/account');
  // Not reached: asked, or told, again once the network is back.
  await (user === null ? refreshAccount() : endLeftSession()).catch(() => undefined);
}
