import { useLiveQuery } from 'dexie-react-hooks';
import type { ReactNode } from 'react';
import { Skeleton } from '../ui/Skeleton.tsx';

interface OnceEmptyProps {
  /** Asks this device. The list is another one only where this is another function. */
  readonly isEmpty: () => Promise<boolean>;
  /** What is being waited for, for screen readers. */
  readonly label: string;
  /** What is said of a list in which there is nothing. */
  readonly children: ReactNode;
}

/** Says that there is nothing only once this device has been asked for it. A list without rows may
 *  have been read a moment ago, and rows have come since: they show as soon as it is read again. */
export function OnceEmpty({ isEmpty, label, children }: OnceEmptyProps) {
  const isSure = useLiveQuery(isEmpty, [isEmpty]);
  return isSure === true ? children : <Skeleton label={label} />;
}
