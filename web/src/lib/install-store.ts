import { create } from 'zustand';

/** The event by which Chromium offers to install a site; TypeScript's DOM does not know it. */
interface InstallOffer extends Event {
  prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

export const useInstallStore = create<{ readonly offer: InstallOffer | null }>(() => ({
  offer: null,
}));

/** Keeps the browser's offer for our own button. Has to listen before the browser offers. */
export function listenForInstallOffer(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    useInstallStore.setState({ offer: event as InstallOffer });
  });
  addEventListener('appinstalled', () => useInstallStore.setState({ offer: null }));
}

/** An offer can be taken once; after a no the browser comes back with another when it likes. */
export async function install(): Promise<void> {
  const { offer } = useInstallStore.getState();
  useInstallStore.setState({ offer: null });
  await offer?.prompt();
}
