import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { useUpdateStore } from './update-store.ts';
import './update-prompt.css';

export function UpdatePrompt() {
  const apply = useUpdateStore((state) => state.apply);
  if (apply === null) return null;
  return (
    <div className="update-prompt">
      <Banner actions={<Button onPress={apply}>Update</Button>}>
        A new version of Satchel is ready. Uploads go on after the change.
      </Banner>
    </div>
  );
}
