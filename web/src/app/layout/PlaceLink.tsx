import type { LucideIcon } from 'lucide-react';
import { Link, useLocation } from 'wouter';
import { isInside } from './places.ts';

interface Props {
  readonly place: { readonly href: string; readonly label: string; readonly icon: LucideIcon };
  readonly label: string;
  readonly className: string;
}

export function PlaceLink({ place, label, className }: Props) {
  const [path] = useLocation();
  const Icon = place.icon;
  return (
    <Link
      href={place.href}
      className={className}
      title={place.label}
      {...(isInside(path, { ...place, shortLabel: '' }) ? { 'aria-current': 'page' } : {})}
    >
      <Icon size={18} aria-hidden />
      <span>{label}</span>
    </Link>
  );
}
