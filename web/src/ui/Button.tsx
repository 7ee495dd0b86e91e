import type { LucideIcon } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps } from 'react-aria-components/Button';
import { Tooltip } from './Tooltip.tsx';
import { withReason } from './with-reason.ts';
import './button.css';

interface Props extends Omit<ButtonProps, 'children' | 'className' | 'style' | 'isPending'> {
  readonly children: ReactNode;
  /** One primary button a view; `danger` only for what cannot be undone. */
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly icon?: LucideIcon;
  readonly iconAfter?: LucideIcon;
  readonly isWide?: boolean;
  /** Its deed is under way. It keeps the focus, and whoever owns the deed does it only once. */
  readonly isPending?: boolean;
  /** Why it cannot be pressed now. It keeps its place in the order of Tab, and says why. */
  readonly reason?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button with words on it. */
export function Button({
  children,
  variant = 'secondary',
  icon: Icon,
  iconAfter: IconAfter,
  isWide = false,
  isPending = false,
  reason,
  ...rest
}: Props) {
  const button = (
    <AriaButton
      {...rest}
      {...withReason(reason)}
      className="button"
      data-variant={variant}
      data-wide={isWide || undefined}
      data-busy={isPending || undefined}
    >
      {Icon && <Icon size={16} aria-hidden />}
      <span className="button-words">{children}</span>
      {IconAfter && <IconAfter size={16} aria-hidden />}
    </AriaButton>
  );
  return reason === undefined ? button : <Tooltip text={reason}>{button}</Tooltip>;
}
