import { Link, useLocation } from 'wouter';
import { isInside, type Place } from './places.ts';

interface Props {
  readonly place: Place;
  readonly className: string;
}

export function PlaceLink({ place, className }: Props) {
  const [path] = useLocation();
  const { href, label, icon: Icon, drop } = place;
  const current = isInside(path, place) ? ({ 'aria-current': 'page' } as const) : {};
  return (
    <Link {...current} href={href} className={className} title={label} data-drop-place={drop}>
      <Icon size={18} aria-hidden />
      <span>{label}</span>
    </Link>
  );
}
