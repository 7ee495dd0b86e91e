import { ArrowUp, CircleAlert, Clock3, type LucideIcon, RefreshCw } from 'lucide-react';
import type { RowMark } from './list-entry.ts';

const ICONS: Readonly<Record<RowMark['is'], LucideIcon>> = {
  pending: RefreshCw,
  uploading: ArrowUp,
  waiting: Clock3,
  failed: CircleAlert,
};

/** The state of a row as a small picture, with its words for who cannot see or does not know it. */
export function MarkIcon({ mark }: { readonly mark: RowMark }) {
  const Icon = ICONS[mark.is];
  return (
    <span className="row-mark" data-mark={mark.is} title={mark.text}>
      <Icon aria-hidden size={14} />
      <span aria-hidden className="row-mark-figure">
        {mark.is === 'uploading' ? `${mark.percent} %` : ''}
      </span>
      <span className="visually-hidden">{mark.text}</span>
    </span>
  );
}
