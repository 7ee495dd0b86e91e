import './skeleton.css';

interface Props {
  /** What is being waited for, for screen readers. */
  readonly label: string;
  readonly rows?: number;
}

/** Grey lines where rows will be. They show after 150 ms, so what is quick never flickers. */
export function Skeleton({ label, rows = 6 }: Props) {
  const widths = Array.from({ length: rows }, (_, row) => 30 + ((row * 37) % 45));
  return (
    <div className="skeleton" role="progressbar" aria-label={label}>
      {widths.map((width, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
        <div className="skeleton-row" key={row}>
          <span className="skeleton-icon" />
          <span className="skeleton-line" style={{ width: `${width}%` }} />
        </div>
      ))}
    </div>
  );
}
