import {
  CircleAlert,
  CircleArrowDown,
  CircleCheck,
  CircleDashed,
  type LucideIcon,
} from 'lucide-react';
import { type KeptMark as Mark, useKeptStore } from './kept-store.ts';

const ICONS: Readonly<Record<Mark['is'], LucideIcon>> = {
  kept: CircleCheck,
  keeping: CircleArrowDown,
  waiting: CircleDashed,
  failed: CircleAlert,
};

/** Whether a row is kept offline, as a small picture with its words; nothing where it is not to be. */
export function KeptMark({ id }: { readonly id: string }) {
  const mark = useKeptStore(({ marks }) => marks.get(id));
  if (mark === undefined) return null;
  const Icon = ICONS[mark.is];
  return (
    <span className="row-mark" data-mark={mark.is} title={mark.text}>
      <Icon aria-hidden size={14} />
      <span aria-hidden className="row-mark-figure">
        {mark.is === 'keeping' ? `${mark.percent} %` : ''}
      </span>
      <span className="visually-hidden">{mark.text}</span>
    </span>
  );
}
