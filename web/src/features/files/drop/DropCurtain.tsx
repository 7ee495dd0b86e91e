import { Upload } from 'lucide-react';
import { useViewStore } from '../view-store.ts';
import './drop-curtain.css';

/** Dims the window while files are held over it, and names the folder they would go to. */
export function DropCurtain() {
  const name = useViewStore(({ uploadTarget }) => uploadTarget);
  if (name === null) return null;
  return (
    <div className="drop-curtain" aria-hidden>
      <p className="drop-curtain-words">
        <Upload size={18} />
        <span>
          Drop to upload to <strong>{name}</strong>
        </span>
      </p>
    </div>
  );
}
