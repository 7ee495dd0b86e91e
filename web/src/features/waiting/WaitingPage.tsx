import { CircleCheck } from 'lucide-react';
import { formatCount } from '../../lib/format-bytes.ts';
import { useUser } from '../../lib/use-account.ts';
import { useTitle } from '../../lib/use-title.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ChangeLine } from './ChangeLine.tsx';
import { useWaiting, type WaitingChange } from './use-waiting.ts';
import { useWhyWaiting } from './use-why-waiting.ts';
import './waiting.css';

/** What was done here and the server does not have yet, and why. */
export function WaitingPage() {
  useTitle('Waiting changes');
  const waiting = useWaiting(useUser().id);
  const why = useWhyWaiting();
  if (waiting === undefined) return <Skeleton label="Loading" />;
  const { refused, total } = waiting;
  const shown = refused.length + waiting.waiting.length;
  return (
    <div className="waiting-page">
      <div className="waiting-column">
        <h1>Waiting changes</h1>
        {total === 0 ? (
          <EmptyState icon={CircleCheck} title="Everything has been sent">
            What you change without a network waits here until the server has it.
          </EmptyState>
        ) : null}
        <Changes title="Need your attention" changes={refused} why={why} />
        <Changes title="Waiting to be sent" changes={waiting.waiting} why={why} />
        {total > shown ? (
          <p className="waiting-more">{`and ${formatCount(total - shown)} more`}</p>
        ) : null}
      </div>
    </div>
  );
}

interface ChangesProps {
  readonly title: string;
  readonly changes: readonly WaitingChange[];
  readonly why: string;
}

function Changes({ title, changes, why }: ChangesProps) {
  if (changes.length === 0) return null;
  return (
    <section aria-label={title} className="waiting-group">
      <h2>{title}</h2>
      <ul className="waiting-list">
        {changes.map((change) => (
          <ChangeLine key={change.row.id} change={change} why={why} />
        ))}
      </ul>
    </section>
  );
}
