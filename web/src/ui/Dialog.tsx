import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useBackCloses } from '../lib/back/use-back-closes.ts';
import { IconButton } from './IconButton.tsx';
import './dialog.css';

interface Props {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** `alertdialog` for what cannot be undone: only its own buttons and Esc close it. */
  readonly role?: 'dialog' | 'alertdialog';
  readonly width?: 'narrow' | 'normal' | 'wide';
}

/** A window over the page; a sheet from the bottom on a phone. Closing gives the focus back. */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  role = 'dialog',
  width = 'normal',
}: Props) {
  useBackCloses(isOpen, onClose);
  return (
    <ModalOverlay
      className="dialog-scrim"
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={role === 'dialog'}
    >
      <Modal className="dialog-window" data-width={width}>
        <AriaDialog role={role} className="dialog">
          <header className="dialog-header">
            <Heading slot="title" className="dialog-title">
              {title}
            </Heading>
            {role === 'dialog' && (
              <IconButton icon={X} label="Close" onPress={onClose} excludeFromTabOrder />
            )}
          </header>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The buttons at the end of a dialog: the way out first, the deed last. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
  return <footer className="dialog-actions">{children}</footer>;
}
