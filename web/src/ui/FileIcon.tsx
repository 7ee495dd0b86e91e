import {
  File,
  FileArchive,
  FileCode,
  FileImage,
  FileMusic,
  FilePlay,
  FileSpreadsheet,
  FileText,
  Folder,
  type LucideIcon,
  Presentation,
} from 'lucide-react';
import type { FileFamily } from '../lib/file-kind.ts';
import './file-icon.css';

const ICONS: Readonly<Record<FileFamily, LucideIcon>> = {
  folder: Folder,
  image: FileImage,
  video: FilePlay,
  audio: FileMusic,
  pdf: FileText,
  text: FileText,
  code: FileCode,
  table: FileSpreadsheet,
  slides: Presentation,
  archive: FileArchive,
  other: File,
};

interface Props {
  readonly family: FileFamily;
  readonly size?: number;
}

/** The picture of what a file is. The words beside it carry the meaning. */
export function FileIcon({ family, size = 20 }: Props) {
  const Icon = ICONS[family];
  return (
    <Icon
      className="file-icon"
      data-family={family}
      size={size}
      strokeWidth={size > 28 ? 1.25 : 1.6}
      aria-hidden
    />
  );
}
