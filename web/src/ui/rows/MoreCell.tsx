import { Cell } from './Cell.tsx';

/** The button that opens the same menu as a right click. */
export function MoreCell({ name }: { readonly name: string }) {
  return (
    <Cell className="list-row-more">
      <button
        type="button"
        tabIndex={-1}
        data-row-part="more"
        aria-label={`More for ${name}`}
        aria-haspopup="menu"
        className="row-button"
      />
    </Cell>
  );
}
