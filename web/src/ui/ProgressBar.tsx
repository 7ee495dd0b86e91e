import { ProgressBar as AriaProgressBar } from 'react-aria-components/ProgressBar';
import './progress-bar.css';

interface Props {
  readonly label: string;
  /** From 0 to 1; null while it cannot be known. */
  readonly share: number | null;
  /** What a screen reader says instead of the bare per cent. */
  readonly valueText?: string;
  readonly tone?: 'accent' | 'caution' | 'negative' | 'quiet';
}

/** A bar of three pixels. The words about it stand beside it. */
export function ProgressBar({ label, share, valueText, tone = 'accent' }: Props) {
  return (
    <AriaProgressBar
      aria-label={label}
      className="progress"
      data-tone={tone}
      minValue={0}
      maxValue={1}
      isIndeterminate={share === null}
      // Rounded: 4e-10 is no number that `aria-valuenow` may have.
      value={Math.round((share ?? 0) * 1000) / 1000}
      {...(valueText === undefined ? {} : { valueLabel: valueText })}
    >
      {({ percentage }) => (
        <div className="progress-bar" style={{ scale: `${(percentage ?? 30) / 100} 1` }} />
      )}
    </AriaProgressBar>
  );
}
