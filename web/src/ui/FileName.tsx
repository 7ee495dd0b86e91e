import { splitName } from '../lib/split-name.ts';
import './file-name.css';

/** A name on one line. Where there is no room it is cut in its middle, so the extension stays. */
export function FileName({ name }: { readonly name: string }) {
  const { head, tail } = splitName(name);
  // `dir` lets a name written from right to left run its own way, without turning its row around.
  return (
    <span className="file-name" dir="auto" title={tail === '' ? undefined : name}>
      <span className="file-name-head">{head}</span>
      {tail === '' ? null : <span className="file-name-tail">{tail}</span>}
    </span>
  );
}
