import { ChevronRight, Ellipsis } from 'lucide-react';
import { Link, useLocation } from 'wouter';
import { IconButton } from './IconButton.tsx';
import { Menu, MenuItem, MenuTrigger } from './Menu.tsx';
import './breadcrumbs.css';

export interface Crumb {
  readonly id: string;
  readonly name: string;
  readonly href: string;
}

interface Props {
  /** From the top to the place shown, which comes last. */
  readonly crumbs: readonly Crumb[];
}

const SHOWN_AT_ONCE = 4;

/** The way from the top to here. Of a long way the middle folds into a menu. */
export function Breadcrumbs({ crumbs }: Props) {
  const isLong = crumbs.length > SHOWN_AT_ONCE;
  const first = isLong ? crumbs.slice(0, 1) : crumbs.slice(0, -1);
  const folded = isLong ? crumbs.slice(1, -2) : [];
  const last = isLong ? crumbs.slice(-2, -1) : [];
  const here = crumbs.at(-1);
  return (
    <nav aria-label="Path" className="breadcrumbs">
      <ol>
        {first.map(toStep)}
        {folded.length > 0 && (
          <li className="breadcrumb" data-folded>
            <FoldedCrumbs crumbs={folded} />
            <ChevronRight size={14} aria-hidden />
          </li>
        )}
        {last.map(toStep)}
        {here !== undefined && (
          <li className="breadcrumb" data-here>
            <h1 className="breadcrumb-here" aria-current="page" title={here.name}>
              {here.name}
            </h1>
          </li>
        )}
      </ol>
    </nav>
  );
}

function toStep(crumb: Crumb) {
  return (
    <li className="breadcrumb" key={crumb.id}>
      <Link href={crumb.href} className="breadcrumb-link" data-crumb-id={crumb.id}>
        {crumb.name}
      </Link>
      <ChevronRight size={14} aria-hidden />
    </li>
  );
}

function FoldedCrumbs({ crumbs }: Props) {
  const [, navigate] = useLocation();
  return (
    <MenuTrigger>
      <IconButton icon={Ellipsis} label="Folders between" size={16} />
      <Menu aria-label="Folders between">
        {crumbs.map(({ id, name, href }) => (
          <MenuItem key={id} onAction={() => navigate(href)}>
            {name}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
}
