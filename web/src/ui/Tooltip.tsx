import type { ReactNode } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import './tooltip.css';

interface Props {
  readonly text: string;
  readonly shortcut?: string;
  /** Exactly one focusable element. */
  readonly children: ReactNode;
}

/** Says in words what its child does, after a moment of rest or on keyboard focus. */
export function Tooltip({ text, shortcut, children }: Props) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <AriaTooltip className="tooltip" offset={6}>
        {text}
        {shortcut !== undefined && <kbd className="tooltip-key">{shortcut}</kbd>}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
