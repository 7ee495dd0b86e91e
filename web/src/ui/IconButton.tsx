import type { LucideIcon } from 'lucide-react';
import type { Ref } from 'react';
import { Button as AriaButton, type ButtonProps } from 'react-aria-components/Button';
import { Tooltip } from './Tooltip.tsx';
import { withReason } from './with-reason.ts';
import './button.css';

interface Props extends Omit<ButtonProps, 'children' | 'className' | 'style' | 'aria-label'> {
  readonly icon: LucideIcon;
  /** What it does: its accessible name, and its tooltip. */
  readonly label: string;
  /** The key that does the same, shown in the tooltip. */
  readonly shortcut?: string;
  readonly isOn?: boolean;
  readonly size?: number;
  /** Why it cannot be pressed now. It keeps its place in the order of Tab, and says why. */
  readonly reason?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button that shows a picture and says its name on hover, on focus and to screen readers. */
export function IconButton({
  icon: Icon,
  label,
  shortcut,
  isOn,
  size = 18,
  reason,
  ...rest
}: Props) {
  const pressed = isOn === undefined ? {} : { 'aria-pressed': isOn };
  return (
    <Tooltip text={reason ?? label} {...(shortcut === undefined ? {} : { shortcut })}>
      <AriaButton
        {...rest}
        {...pressed}
        {...withReason(reason)}
        aria-label={label}
        className="icon-button"
      >
        <Icon size={size} aria-hidden />
      </AriaButton>
    </Tooltip>
  );
}
