import { Monitor, Moon, Sun, SunMoon } from 'lucide-react';
import { chooseTheme, useThemeStore } from '../../lib/theme-store.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, MenuItem, MenuTrigger } from '../../ui/Menu.tsx';

export function ThemeMenu() {
  const theme = useThemeStore((state) => state.theme);
  return (
    <MenuTrigger>
      <IconButton icon={SunMoon} label="Theme" />
      <Menu
        aria-label="Theme"
        placement="bottom end"
        selectionMode="single"
        selectedKeys={[theme]}
        disallowEmptySelection
      >
        <MenuItem id="system" icon={Monitor} onAction={() => chooseTheme('system')}>
          As the system
        </MenuItem>
        <MenuItem id="light" icon={Sun} onAction={() => chooseTheme('light')}>
          Light
        </MenuItem>
        <MenuItem id="dark" icon={Moon} onAction={() => chooseTheme('dark')}>
          Dark
        </MenuItem>
      </Menu>
    </MenuTrigger>
  );
}
