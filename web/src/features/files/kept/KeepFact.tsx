import type { Node } from '@satchel/shared/wire/nodes';
import { Button } from '../../../ui/Button.tsx';
import { Fact } from '../details/Fact.tsx';
import { useKeptStore } from './kept-store.ts';
import { useKeeping } from './use-keeping.ts';

/** In the details: whether it is kept offline, and the button that changes it. */
export function KeepFact({ node }: { readonly node: Node }) {
  const mark = useKeptStore(({ marks }) => marks.get(node.id));
  const { label, reason, run } = useKeeping()([node]);
  return (
    <Fact name="Offline">
      <span className="keep-fact">
        {mark?.text ?? 'Not kept on this device'}
        {reason === undefined ? <Button onPress={run}>{label}</Button> : <span>{reason}</span>}
      </span>
    </Fact>
  );
}
