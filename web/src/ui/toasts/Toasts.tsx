import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '../Button.tsx';
import { IconButton } from '../IconButton.tsx';
import { ProgressBar } from '../ProgressBar.tsx';
import { dismissToast, type Toast, useToastStore } from './toast-store.ts';
import './toasts.css';

const SHOWN_MS = 7000;

/** The sentences that float above the page, and the live region that reads them out. */
export function Toasts() {
  const { toasts, announcement } = useToastStore();
  return (
    <>
      <div className="visually-hidden" aria-live="polite" aria-atomic="true">
        {announcement}
      </div>
      {toasts.length > 0 && (
        <section className="toasts" aria-label="Notices">
          {toasts.map((toast) => (
            <ToastLine key={toast.id} toast={toast} />
          ))}
        </section>
      )}
    </>
  );
}

function ToastLine({ toast }: { readonly toast: Toast }) {
  const [isHeld, setHeld] = useState(false);
  const isRunning = toast.share !== null;
  const share = toast.share === 'unknown' ? null : toast.share;
  useEffect(() => {
    if (isHeld || isRunning) return;
    const timer = setTimeout(() => dismissToast(toast.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isHeld, isRunning, toast.id]);

  const { action } = toast;
  const act = () => {
    dismissToast(toast.id);
    action?.run();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: holding it is a courtesy, not a control
    <div
      className="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toast.tone === 'positive' && <CircleCheck size={16} aria-hidden data-tone="positive" />}
      {toast.tone === 'negative' && <CircleAlert size={16} aria-hidden data-tone="negative" />}
      <span className="toast-words">
        {toast.text}
        {isRunning && <ProgressBar label="Progress" share={share} valueText={toast.text} />}
      </span>
      {action !== null && (
        <Button variant="quiet" onPress={act}>
          {action.label}
        </Button>
      )}
      <IconButton icon={X} label="Dismiss" size={14} onPress={() => dismissToast(toast.id)} />
    </div>
  );
}
