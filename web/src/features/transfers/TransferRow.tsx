import type { UploadRow } from '@satchel/worker/local/uploads';
import { memo } from 'react';
import { familyOf } from '../../lib/file-kind.ts';
import { FileIcon } from '../../ui/FileIcon.tsx';
import { FileName } from '../../ui/FileName.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { type Circumstances, describeTransfer } from './describe-transfer.ts';
import { FolderOfTransfer } from './FolderOfTransfer.tsx';
import { SafeMark } from './SafeMark.tsx';
import { TransferButtons } from './TransferButtons.tsx';
import { whereItLies } from './where-it-lies.ts';
import './transfer-row.css';

interface TransferRowProps {
  readonly upload: UploadRow;
  readonly around: Circumstances;
}

/** One file on its way: where it goes, how far it is, and a line of plain words. */
export const TransferRow = memo(function TransferRow({ upload, around }: TransferRowProps) {
  const { words, share, tone } = describeTransfer(upload, around);
  const { filename, mimeType } = upload;
  return (
    <div className="transfer" data-tone={tone}>
      <FileIcon family={familyOf({ kind: 'file', name: filename, mimeType })} />
      <div className="transfer-middle">
        <div className="transfer-title">
          <FileName name={filename} />
          <FolderOfTransfer folderId={whereItLies(upload)} />
          <SafeMark upload={upload} />
        </div>
        {upload.state === 'done' || upload.state === 'failed' ? null : (
          <ProgressBar label={filename} share={share} valueText={words} tone={tone} />
        )}
        <div className="transfer-words" title={words}>
          {words}
        </div>
      </div>
      <TransferButtons upload={upload} />
    </div>
  );
});
