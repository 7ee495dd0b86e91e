import { Cloud, CloudOff } from 'lucide-react';
import { useConnectionStore } from '../../lib/connection-store.ts';
import './status-pill.css';

const SHOWN = {
  connected: { icon: Cloud, words: 'Connected' },
  offline: { icon: CloudOff, words: 'Offline' },
} as const;

/** Whether the server can be reached. Off line is a state, not an error. */
export function StatusPill() {
  const connection = useConnectionStore((state) => state.connection);
  const { icon: Icon, words } = SHOWN[connection];
  return (
    <span role="status" className="status-pill" data-state={connection}>
      <Icon size={16} aria-hidden />
      <span className="status-pill-words">{words}</span>
    </span>
  );
}
