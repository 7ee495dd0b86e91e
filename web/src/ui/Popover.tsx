import type { ReactNode } from 'react';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover as AriaPopover, type PopoverProps } from 'react-aria-components/Popover';
import './popover.css';

interface Props {
  readonly label: string;
  /** The button that opens it. */
  readonly trigger: ReactNode;
  readonly placement?: NonNullable<PopoverProps['placement']>;
  readonly children: ReactNode;
}

/** A small pane that floats at its button. */
export function Popover({ label, trigger, placement = 'bottom end', children }: Props) {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover className="popover" placement={placement} offset={6}>
        <Dialog aria-label={label} className="popover-content">
          {children}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
