import { Folder, type LucideIcon, Settings, Trash2 } from 'lucide-react';

interface Place {
  readonly href: string;
  readonly label: string;
  /** Where the full words have no room. */
  readonly shortLabel: string;
  readonly icon: LucideIcon;
}

export const MY_FILES: Place = {
  href: '/files',
  label: 'My files',
  shortLabel: 'Files',
  icon: Folder,
};
export const TRASH: Place = { href: '/trash', label: 'Trash', shortLabel: 'Trash', icon: Trash2 };
export const SETTINGS: Place = {
  href: '/settings',
  label: 'Settings',
  shortLabel: 'Me',
  icon: Settings,
};

/** The places of the side bar, in their order. */
export const PLACES: readonly Place[] = [MY_FILES, TRASH, SETTINGS];

/** Whether a path is inside a place. */
export function isInside(path: string, place: Place): boolean {
  return path === place.href || path.startsWith(`${place.href}/`);
}
