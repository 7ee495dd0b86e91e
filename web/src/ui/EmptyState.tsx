import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import './empty-state.css';

interface Props {
  readonly icon: LucideIcon;
  readonly title: string;
  /** The title is that of the whole page. */
  readonly isPage?: boolean;
  /** What belongs here, in a sentence. */
  readonly children?: ReactNode;
  /** The buttons that put it here. */
  readonly actions?: ReactNode;
}

/** What an empty place says. */
export function EmptyState({ icon: Icon, title, isPage = false, children, actions }: Props) {
  const Title = isPage ? 'h1' : 'h2';
  return (
    <div className="empty-state">
      <span className="empty-state-icon">
        <Icon size={28} strokeWidth={1.5} aria-hidden />
      </span>
      <Title className="empty-state-title">{title}</Title>
      {children !== undefined && <p className="empty-state-words">{children}</p>}
      {actions !== undefined && <div className="empty-state-actions">{actions}</div>}
    </div>
  );
}
