import { MonitorDown } from 'lucide-react';
import { install, useInstallStore } from '../../lib/install-store.ts';
import { Button } from '../../ui/Button.tsx';

/** Offers the app to the desktop or home screen, where and while the browser does. */
export function InstallButton() {
  const isOffered = useInstallStore(({ offer }) => offer !== null);
  if (!isOffered) return null;
  return (
    <Button icon={MonitorDown} variant="quiet" onPress={() => void install()}>
      Install Satchel
    </Button>
  );
}
