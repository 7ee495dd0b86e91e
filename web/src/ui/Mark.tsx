import './mark.css';

interface Props {
  readonly size?: number;
}

/** The satchel itself, drawn as in `public/icons/icon.svg`. */
export function Mark({ size = 24 }: Props) {
  return (
    <svg width={size} height={size} viewBox="88 78 336 336" aria-hidden="true" className="mark">
      <path d="M186 196v-28a70 70 0 0 1 140 0v28" className="mark-handle" />
      <path d="M104 230a48 48 0 0 1 48-48h208a48 48 0 0 1 48 48c-8 13-22 25-40 34l-72 22a20 20 0 0 0-20-16h-40a20 20 0 0 0-20 16l-72-22c-18-9-32-21-40-34z" />
      <path d="M104 266c28 25 68 39 112 43v8a24 24 0 0 0 24 24h32a24 24 0 0 0 24-24v-8c44-4 84-18 112-43v90a48 48 0 0 1-48 48H152a48 48 0 0 1-48-48z" />
      <rect x="236" y="284" width="40" height="42" rx="11" />
    </svg>
  );
}
