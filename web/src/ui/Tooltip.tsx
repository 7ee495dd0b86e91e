import type { ReactNode } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import './tooltip.css';

interface Props {
  readonly text: string;
  readonly shortcut?: string;
  /** Exactly one focusable element. */
  readonly children: ReactNode;
}

/** Beneath a landmark, where screen readers and audits expect all that is on a page; the body is none. */
const HOLDER = '[data-holds-tooltips]';

/** Says in words what its child does, after a moment of rest or on keyboard focus. */
export function Tooltip({ text, shortcut, children }: Props) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <AriaTooltip
        className="tooltip"
        offset={6}
        UNSTABLE_portalContainer={document.querySelector(HOLDER) ?? document.body}
      >
        {text}
        {shortcut !== undefined && <kbd className="tooltip-key">{shortcut}</kbd>}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
