import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import './banner.css';

const ICONS = {
  neutral: Info,
  positive: CircleCheck,
  caution: TriangleAlert,
  negative: CircleAlert,
} as const;

interface Props {
  readonly tone?: keyof typeof ICONS;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  /** `alert` for what the person must hear at once. */
  readonly role?: 'alert' | 'note';
}

/** A line across a place that says how things stand there. */
export function Banner({ tone = 'neutral', children, actions, role = 'note' }: Props) {
  const Icon = ICONS[tone];
  return (
    <div className="banner" data-tone={tone} role={role}>
      <Icon size={16} aria-hidden />
      <div className="banner-words">{children}</div>
      {actions !== undefined && <div className="banner-actions">{actions}</div>}
    </div>
  );
}
