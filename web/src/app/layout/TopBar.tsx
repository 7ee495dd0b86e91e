import { SearchField } from '../search/SearchField.tsx';
import { ThemeMenu } from '../theme/ThemeMenu.tsx';
import { AccountMenu } from './AccountMenu.tsx';
import { StatusPill } from './StatusPill.tsx';
import './top-bar.css';

interface Props {
  readonly isPhone: boolean;
}

export function TopBar({ isPhone }: Props) {
  return (
    <header className="top-bar" data-holds-tooltips>
      <SearchField />
      <div className="top-bar-end">
        <StatusPill />
        {!isPhone && <ThemeMenu />}
        {!isPhone && <AccountMenu />}
      </div>
    </header>
  );
}
