import { Check, type LucideIcon } from 'lucide-react';
import { type ReactNode, useContext } from 'react';
import { OverlayTriggerStateContext } from 'react-aria-components/Dialog';
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  type MenuItemProps,
  type MenuProps,
} from 'react-aria-components/Menu';
import { Popover, type PopoverProps } from 'react-aria-components/Popover';
import { Separator } from 'react-aria-components/Separator';
import { useBackCloses } from '../lib/back/use-back-closes.ts';
import './menu.css';

export { MenuTrigger } from 'react-aria-components/Menu';

interface Props extends Omit<MenuProps<object>, 'className' | 'style' | 'children'> {
  readonly 'aria-label': string;
  readonly placement?: NonNullable<PopoverProps['placement']>;
  /** Stands above the items, outside the menu itself. */
  readonly header?: ReactNode;
  readonly children: ReactNode;
}

/** The list of a `MenuTrigger`: floats at its button, a sheet from the bottom on a phone. */
export function Menu({ placement = 'bottom start', header, children, ...rest }: Props) {
  return (
    <Popover className="menu-popover" placement={placement} offset={4}>
      <BackCloses />
      {header}
      <AriaMenu {...rest} className="menu">
        {children}
      </AriaMenu>
    </Popover>
  );
}

/** Lies in the popover, so it is there exactly while the menu is open. */
function BackCloses() {
  const trigger = useContext(OverlayTriggerStateContext);
  useBackCloses(true, () => trigger?.close());
  return null;
}

interface ItemProps extends Omit<MenuItemProps, 'children' | 'className' | 'style' | 'textValue'> {
  readonly children: string;
  readonly icon?: LucideIcon;
  readonly shortcut?: string;
  /** Why it cannot be chosen now; it is shown, and disabled. */
  readonly reason?: string | undefined;
  /** For what loses something that cannot be had back. */
  readonly isDangerous?: boolean;
}

export function MenuItem({
  children,
  icon: Icon,
  shortcut,
  isDangerous = false,
  reason,
  ...rest
}: ItemProps) {
  return (
    <AriaMenuItem
      {...rest}
      isDisabled={reason !== undefined}
      textValue={children}
      aria-label={reason === undefined ? children : `${children}: ${reason}`}
      className="menu-item"
      data-dangerous={isDangerous || undefined}
    >
      {({ isSelected }) => (
        <>
          {Icon && <Icon size={16} aria-hidden />}
          <span className="menu-item-words">
            {children}
            {reason !== undefined && <span className="menu-item-reason">{reason}</span>}
          </span>
          {shortcut !== undefined && <kbd className="menu-item-key">{shortcut}</kbd>}
          {isSelected && <Check size={16} aria-hidden />}
        </>
      )}
    </AriaMenuItem>
  );
}

export function MenuSeparator() {
  return <Separator className="menu-separator" />;
}
