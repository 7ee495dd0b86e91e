import type { Session } from '@satchel/shared/wire/users';
import { Laptop, Smartphone } from 'lucide-react';
import { useNow } from '../../../lib/use-now.ts';
import { Button } from '../../../ui/Button.tsx';
import { useWhyNotNow } from '../use-why-not-now.ts';
import { lastSeenWords } from './last-seen-words.ts';

interface Props {
  readonly device: Session;
  readonly onSignOut: () => void;
}

export function DeviceRow({ device, onSignOut }: Props) {
  const now = useNow();
  const reason = useWhyNotNow('Signing out a device');
  const Icon = /iPhone|iPad|Android/.test(device.device) ? Smartphone : Laptop;
  return (
    <li className="device">
      <Icon size={20} strokeWidth={1.6} aria-hidden />
      <div className="device-words">
        <p className="device-name">{device.device}</p>
        <p className="device-seen">
          {device.current ? 'This browser' : lastSeenWords(device.lastSeenAt, now)}
        </p>
      </div>
      {!device.current && (
        <Button aria-label={`Sign out ${device.device}`} reason={reason} onPress={onSignOut}>
          Sign out
        </Button>
      )}
    </li>
  );
}
