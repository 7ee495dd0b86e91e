// Tells a person who asked for it that uploads have ended, when no page of the app is in sight.

import { readAccount } from '../local/account.ts';
import { readTellsEnd, readTold, writeTold } from '../local/end-notices.ts';
import { readUploads } from '../local/uploads.ts';
import { endNews } from './end-notice.ts';

const TAG = 'satchel-uploads';
const ICON = '/icons/icon-192.png';
/** An address that opens the app where its files are. */
const APP = '/files';

type Scope = Pick<ServiceWorkerGlobalScope, 'registration' | 'clients'>;

/** To be called whenever sending has ended for now. What was seen on a page is not told again. */
export async function tellEnd({ registration, clients }: Scope): Promise<void> {
  const { user, isSignedIn } = await readAccount();
  const isAllowed = Notification.permission === 'granted';
  if (user === null || !isSignedIn || !isAllowed || !(await readTellsEnd())) return;
  const told = await readTold(user.id);
  const news = endNews(await readUploads(user.id), told);
  if (news.told.until === told.until && news.told.stopped === told.stopped) return;
  await writeTold(user.id, news.told);
  if (news.notice === null || (await isSeen(clients))) return;
  const { title, body } = news.notice;
  await registration.showNotification(title, { body, icon: ICON, tag: TAG });
}

async function isSeen(clients: Clients): Promise<boolean> {
  const pages = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  return pages.some(({ visibilityState }) => visibilityState === 'visible');
}

/** A click on the notice shows the app: the page that is open, or a new one. */
export async function showApp({ clients }: Pick<Scope, 'clients'>): Promise<void> {
  const [page] = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (page === undefined) await clients.openWindow(APP);
  else await page.focus();
}
