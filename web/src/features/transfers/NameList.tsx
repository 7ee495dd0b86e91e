import { formatCount } from '../../lib/format-bytes.ts';
import './name-list.css';

const NAMED_AT_MOST = 12;

interface NameListProps {
  readonly names: readonly string[];
  /** How many there are, named or not. */
  readonly count: number;
}

/** The first names of a number of files. */
export function NameList({ names, count }: NameListProps) {
  const named = [...new Set(names)].slice(0, NAMED_AT_MOST);
  const more = count - named.length;
  return (
    <ul className="name-list">
      {named.map((name) => (
        <li key={name}>{name}</li>
      ))}
      {more > 0 && <li className="name-list-more">and {formatCount(more)} more</li>}
    </ul>
  );
}
