import { type ReactNode, useRef } from 'react';
import { Menu as AriaMenu } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { useBackCloses } from '../lib/back/use-back-closes.ts';
import './menu.css';

interface Props {
  readonly 'aria-label': string;
  /** Where the pointer was, in viewport pixels; null while closed. */
  readonly at: { readonly x: number; readonly y: number } | null;
  readonly onClose: () => void;
  /** `MenuItem`s and `MenuSeparator`s. */
  readonly children: ReactNode;
}

/** A menu at a point of the screen. */
export function ContextMenu({ at, onClose, children, ...rest }: Props) {
  useBackCloses(at !== null, onClose);
  const anchor = useRef<HTMLSpanElement>(null);
  const position = { left: at?.x ?? 0, top: at?.y ?? 0 };
  return (
    <>
      <span ref={anchor} className="context-menu-anchor" style={position} aria-hidden />
      <Popover
        className="menu-popover"
        aria-label={rest['aria-label']}
        key={`${position.left},${position.top}`}
        isOpen={at !== null}
        onOpenChange={(open) => !open && onClose()}
        triggerRef={anchor}
        placement="bottom start"
        offset={2}
      >
        <AriaMenu {...rest} className="menu" autoFocus="first" onClose={onClose}>
          {children}
        </AriaMenu>
      </Popover>
    </>
  );
}
