import { isTrashEmpty } from '@satchel/worker/local/nodes';
import { CloudOff, Trash2 } from 'lucide-react';
import { explainFailure } from '../../lib/explain-failure.ts';
import { OnceEmpty } from '../../lib/OnceEmpty.tsx';
import { useTitle } from '../../lib/use-title.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { regainListFocus } from '../../ui/rows/list-focus.ts';
import { belowRow } from '../../ui/rows/row-at.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { TrashGrid } from './list/TrashGrid.tsx';
import { TrashMenu } from './menu/TrashMenu.tsx';
import { useTrashMenu } from './menu/use-trash-menu.ts';
import { PurgeDialog } from './PurgeDialog.tsx';
import { TrashToolbar } from './TrashToolbar.tsx';
import { useTrash } from './use-trash.ts';
import { useTrashDeeds, useTrashKeys } from './use-trash-deeds.ts';
import { useTrashOrder } from './use-trash-order.ts';
import './trash.css';

const LOADING = 'Loading the trash';

/** What was thrown away: it can come back, or go for good. */
export function TrashPage() {
  useTitle('Trash');
  const { items, isAsking, failure, retry } = useTrash();
  const { sorted, order, sorting, sortBy } = useTrashOrder(items);
  const { deeds, doomed, spare } = useTrashDeeds(sorted);
  const { menu, openMenu, closeMenu } = useTrashMenu();
  const onDeed = useTrashKeys(deeds, (id) => openMenu(id, belowRow(id)));
  const closeDialog = () => {
    spare();
    regainListFocus();
  };
  return (
    <div className="trash-page">
      <TrashToolbar count={sorted.length} deeds={deeds} />
      {sorted.length > 0 ? (
        <TrashGrid
          items={sorted}
          onSort={sortBy}
          onMenu={openMenu}
          {...{ order, sorting, deeds, onDeed }}
        />
      ) : failure !== null ? (
        <EmptyState
          icon={CloudOff}
          title="The trash could not be listed"
          actions={<Button onPress={retry}>Try again</Button>}
        >
          {explainFailure(failure)}
        </EmptyState>
      ) : items === undefined || isAsking ? (
        <Skeleton label={LOADING} />
      ) : (
        <OnceEmpty isEmpty={isTrashEmpty} label={LOADING}>
          <EmptyState icon={Trash2} title="The trash is empty">
            What you move to the trash waits here until you restore it or delete it for good.
          </EmptyState>
        </OnceEmpty>
      )}
      <TrashMenu menu={menu} deeds={deeds} onClose={closeMenu} />
      {doomed === null ? null : <PurgeDialog doomed={doomed} onClose={closeDialog} />}
    </div>
  );
}
