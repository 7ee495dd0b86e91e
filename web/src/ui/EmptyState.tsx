import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import './empty-state.css';

interface Props {
  readonly icon: LucideIcon;
  readonly title: string;
  /** What belongs here, in a sentence. */
  readonly children?: ReactNode;
  /** The buttons that put it here. */
  readonly actions?: ReactNode;
}

/** What an empty place says. */
export function EmptyState({ icon: Icon, title, children, actions }: Props) {
  return (
    <div className="empty-state">
      <span className="empty-state-icon">
        <Icon size={28} strokeWidth={1.5} aria-hidden />
      </span>
      <h2 className="empty-state-title">{title}</h2>
      {children !== undefined && <p className="empty-state-words">{children}</p>}
      {actions !== undefined && <div className="empty-state-actions">{actions}</div>}
    </div>
  );
}
