import {
  CircleArrowDown,
  CircleUser,
  Clock3,
  Folder,
  type LucideIcon,
  Settings,
  Trash2,
} from 'lucide-react';

export interface Place {
  readonly href: string;
  readonly label: string;
  readonly icon: LucideIcon;
  /** Rows of the file list may be dropped on it. */
  readonly drop?: 'files' | 'trash';
}

export const MY_FILES: Place = {
  href: '/files',
  label: 'My files',
  icon: Folder,
  drop: 'files',
};
export const TRASH: Place = { href: '/trash', label: 'Trash', icon: Trash2, drop: 'trash' };
const OFFLINE: Place = { href: '/offline', label: 'Offline', icon: CircleArrowDown };
export const SETTINGS: Place = {
  href: '/settings',
  label: 'Settings',
  icon: Settings,
};

/** Shown while something waits. */
export const WAITING: Place = { href: '/waiting', label: 'Waiting changes', icon: Clock3 };

/** The places of the side bar, in their order. */
export const PLACES: readonly Place[] = [MY_FILES, OFFLINE, TRASH, SETTINGS];

/** Whether a path is inside a place. */
export function isInside(path: string, place: Place): boolean {
  return path === place.href || path.startsWith(`${place.href}/`);
}

/** The same places as a phone names them, where the words have little room. */
export const PHONE_FILES: Place = { ...MY_FILES, label: 'Files' };
export const ME: Place = { ...SETTINGS, label: 'Me', icon: CircleUser };
