import { MonitorDown } from 'lucide-react';
import { KeptState } from '../../lib/browser-storage/KeptState.tsx';
import { useBrowserStorage } from '../../lib/browser-storage/use-browser-storage.ts';
import { formatBytes } from '../../lib/format-bytes.ts';
import { install, useInstallStore } from '../../lib/install-store.ts';
import { useUser } from '../../lib/use-account.ts';
import { Button } from '../../ui/Button.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { Section } from './Section.tsx';
import { StorageFigures } from './storage/StorageFigures.tsx';

/** How much room there is: of the account, and for what waits in this browser. */
export function BrowserSection() {
  const { usedBytes, quotaBytes } = useUser();
  const { storage, askToKeep } = useBrowserStorage();
  const isInstallOffered = useInstallStore(({ offer }) => offer !== null);
  return (
    <Section
      title="Storage"
      lead="What this browser holds: what you keep offline, and uploads until the server has them."
    >
      <Meter label="In your account" usedBytes={usedBytes} ofBytes={quotaBytes} />
      {typeof storage === 'object' && (
        <>
          <Meter
            label="In this browser"
            usedBytes={storage.usedBytes}
            ofBytes={storage.availableBytes}
          />
          <StorageFigures />
          <KeptState
            what="what is here"
            isPersistent={storage.isPersistent}
            askToKeep={askToKeep}
          />
        </>
      )}
      {storage === 'unsupported' && (
        <p className="settings-note">
          This browser does not say how much room it has. Over https it does.
        </p>
      )}
      {isInstallOffered && (
        <Button icon={MonitorDown} onPress={() => void install()}>
          Install Satchel
        </Button>
      )}
    </Section>
  );
}

interface MeterProps {
  readonly label: string;
  readonly usedBytes: number;
  readonly ofBytes: number;
}

function Meter({ label, usedBytes, ofBytes }: MeterProps) {
  const words = `${formatBytes(usedBytes)} of ${formatBytes(ofBytes)}`;
  const share = ofBytes === 0 ? 1 : Math.min(1, usedBytes / ofBytes);
  return (
    <div className="settings-meter">
      <p>
        {label}: <span className="tabular">{words}</span>
      </p>
      <ProgressBar label={label} share={share} valueText={words} />
    </div>
  );
}
