import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './ui/tokens.css';
import './ui/base.css';
import { App } from './app/App.tsx';
import { watchSession } from './app/session/watch-session.ts';
import { watchForUpdates } from './app/updates/watch-for-updates.ts';
import { startBrowserBack } from './lib/back/browser-back.ts';
import { listenForInstallOffer } from './lib/install-store.ts';
import { followTheme } from './lib/theme-store.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root element');

listenForInstallOffer();
followTheme();
startBrowserBack();
watchSession();
watchForUpdates().catch(reportError);
startWorkSoon().catch(reportError);
receiveLaunchesSoon().catch(reportError);

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

/** What sends and keeps is loaded beside what shows: the list does not wait for it. */
async function startWorkSoon(): Promise<void> {
  const { startWork } = await import('./app/start-work.ts');
  startWork();
}

/** Only an installed app has a queue of files that were opened with it. */
async function receiveLaunchesSoon(): Promise<void> {
  if (!('launchQueue' in window)) return;
  const { receiveLaunches } = await import('./app/launch/receive-launches.ts');
  receiveLaunches();
}
