import type { FileFacts } from '@satchel/worker/local/name-questions';
import type { UploadRow } from '@satchel/worker/local/uploads';
import { familyOf } from '../../../lib/file-kind.ts';
import { formatBytes } from '../../../lib/format-bytes.ts';
import { formatExactMoment } from '../../../lib/format-time.ts';
import { FileIcon } from '../../../ui/FileIcon.tsx';

interface BothSidesProps {
  readonly upload: UploadRow;
  readonly added: FileFacts;
  readonly standing: FileFacts & { readonly is: 'file' | 'queued' };
}

/** The file that is there and the one that is added, one above the other. */
export function BothSides({ upload, added, standing }: BothSidesProps) {
  const family = familyOf({ kind: 'file', name: upload.filename, mimeType: upload.mimeType });
  return (
    <dl className="both-sides">
      <Side
        family={family}
        label={standing.is === 'file' ? 'There now' : 'On its way'}
        file={standing}
      />
      <Side family={family} label="You add" file={added} />
    </dl>
  );
}

interface SideProps {
  readonly family: ReturnType<typeof familyOf>;
  readonly label: string;
  readonly file: FileFacts;
}

function Side({ family, label, file: { sizeBytes, modifiedAt } }: SideProps) {
  return (
    <div className="side">
      <dt>
        <FileIcon family={family} />
        {label}
      </dt>
      <dd className="tabular">{formatBytes(sizeBytes)}</dd>
      <dd className="tabular">
        {modifiedAt === null ? 'no date' : formatExactMoment(new Date(modifiedAt))}
      </dd>
    </div>
  );
}
