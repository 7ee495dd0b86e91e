import { ArrowUp, Check, CircleAlert, Pause } from 'lucide-react';
import { headline, headlineText, shareDone, type TransferSummary } from './summarise-transfers.ts';
import './transfers-pill.css';

interface TransfersPillProps {
  readonly sum: TransferSummary;
  readonly onPress: () => void;
}

/** The transfers folded to one figure. */
export function TransfersPill({ sum, onPress }: TransfersPillProps) {
  return (
    <button
      type="button"
      className="transfers-pill"
      aria-expanded={false}
      title={headlineText(headline(sum, null))}
      onClick={onPress}
    >
      <PillIcon sum={sum} />
      <span>{figureOf(sum)}</span>
      <span className="visually-hidden">{headlineText(headline(sum, null))}</span>
    </button>
  );
}

function PillIcon({ sum }: { readonly sum: TransferSummary }) {
  if (sum.stuck > 0) return <CircleAlert aria-hidden size={16} data-tone="negative" />;
  if (sum.active > 0) return <ArrowUp aria-hidden size={16} data-tone="accent" />;
  return sum.paused > 0 ? (
    <Pause aria-hidden size={16} />
  ) : (
    <Check aria-hidden size={16} data-tone="accent" />
  );
}

function figureOf(sum: TransferSummary): string {
  if (sum.active > 0) return `${Math.floor(100 * shareDone(sum))} %`;
  if (sum.stuck > 0) return String(sum.stuck);
  return sum.paused > 0 ? String(sum.paused) : String(sum.done);
}
