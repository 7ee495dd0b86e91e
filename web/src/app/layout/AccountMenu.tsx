import { LogOut, Settings } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { useLocation } from 'wouter';
import { leave } from '../../lib/leave.ts';
import { useUser } from '../../lib/use-account.ts';
import { Menu, MenuItem, MenuSeparator, MenuTrigger } from '../../ui/Menu.tsx';
import { initials } from './initials.ts';
import { SETTINGS } from './places.ts';
import './account-menu.css';

export function AccountMenu() {
  const { id, displayName, email } = useUser();
  const [, navigate] = useLocation();
  return (
    <MenuTrigger>
      <Button className="account-button" aria-label={`Account of ${displayName}`}>
        <span aria-hidden>{initials(displayName)}</span>
      </Button>
      <Menu
        aria-label={`Account of ${displayName}`}
        placement="bottom end"
        header={
          <p className="account-who">
            <strong>{displayName}</strong>
            <span>{email}</span>
          </p>
        }
      >
        <MenuItem icon={Settings} onAction={() => navigate(SETTINGS.href)}>
          Settings
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={LogOut} onAction={() => void leave(id)}>
          Sign out
        </MenuItem>
      </Menu>
    </MenuTrigger>
  );
}
