import { Cloud, CloudAlert, CloudOff, type LucideIcon, RefreshCw, Wrench } from 'lucide-react';
import { Link } from 'wouter';
import { useConnectionStore } from '../../lib/connection-store.ts';
import { type PillState, pillOf } from './pill-words.ts';
import { WAITING } from './places.ts';
import './status-pill.css';

const ICONS: Record<PillState, LucideIcon> = {
  connecting: Cloud,
  connected: Cloud,
  syncing: RefreshCw,
  offline: CloudOff,
  reconnecting: CloudAlert,
  maintenance: Wrench,
};

/** How the way to the server is. Offline is a state, not an error. */
export function StatusPill() {
  const connection = useConnectionStore((state) => state.connection);
  const arriving = useConnectionStore((state) => state.arriving);
  const unsent = useConnectionStore((state) => state.unsent);
  const { state, words } = pillOf(connection, { arriving, unsent });
  const Icon = ICONS[state];
  const waits = useConnectionStore((state) => state.unsent + state.refused > 0);
  const shown = (
    <>
      <Icon size={16} aria-hidden />
      <span className="status-pill-words">{words}</span>
    </>
  );
  return (
    <span role="status" className="status-pill" data-state={state}>
      {waits ? (
        <Link href={WAITING.href} className="status-pill-link" title="Show what waits">
          {shown}
        </Link>
      ) : (
        shown
      )}
    </span>
  );
}
