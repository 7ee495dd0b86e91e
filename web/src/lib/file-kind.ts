import { splitExtension } from '@satchel/shared/derived-names';

/** What a file is, for its icon and for its words. */
export type FileFamily =
  | 'folder'
  | 'image'
  | 'video'
  | 'audio'
  | 'pdf'
  | 'text'
  | 'code'
  | 'table'
  | 'slides'
  | 'archive'
  | 'other';

interface Described {
  readonly kind: 'file' | 'folder';
  readonly name: string;
  readonly mimeType: string | null;
}

const BY_EXTENSION: Readonly<Record<Exclude<FileFamily, 'folder' | 'other'>, string>> = {
  image: 'jpg jpeg png gif webp avif heic heif svg bmp tif tiff ico raw cr2 nef dng psd',
  video: 'mp4 m4v mov mkv webm avi wmv mpg mpeg ogv',
  audio: 'mp3 m4a aac flac wav ogg oga opus aiff wma mid midi',
  pdf: 'pdf',
  text: 'txt md markdown rtf doc docx odt pages tex log epub',
  code: 'js mjs cjs ts tsx jsx json html htm css scss xml yaml yml toml ini sh py rb go rs java kt c h cpp hpp cs php sql swift lua ipynb',
  table: 'csv tsv xls xlsx ods numbers',
  slides: 'ppt pptx odp key',
  archive: 'zip tar gz tgz bz2 xz zst 7z rar iso dmg jar',
};

const FAMILY_OF_EXTENSION = new Map(
  Object.entries(BY_EXTENSION).flatMap(([family, extensions]) =>
    extensions.split(' ').map((extension) => [extension, family as FileFamily]),
  ),
);

const WORDS: Readonly<Record<FileFamily, string>> = {
  folder: 'Folder',
  image: 'image',
  video: 'video',
  audio: 'audio',
  pdf: 'document',
  text: 'document',
  code: 'source text',
  table: 'table',
  slides: 'slides',
  archive: 'archive',
  other: 'file',
};

export function familyOf(node: Described): FileFamily {
  if (node.kind === 'folder') return 'folder';
  return FAMILY_OF_EXTENSION.get(extensionOf(node.name)) ?? familyOfType(node.mimeType ?? '');
}

/** "PNG image", "PDF document", "Folder", and "File" for what can't be told. */
export function describeKind(node: Described): string {
  const family = familyOf(node);
  if (family === 'folder') return WORDS.folder;
  const extension = extensionOf(node.name).toUpperCase();
  const words = extension.length > 0 && extension.length <= 5 ? `${extension} ` : '';
  const text = words + WORDS[family];
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function extensionOf(name: string): string {
  return splitExtension(name).extension.slice(1).toLowerCase();
}

function familyOfType(mimeType: string): FileFamily {
  const [type] = mimeType.split('/');
  if (type === 'image' || type === 'video' || type === 'audio' || type === 'text') return type;
  return mimeType === 'application/pdf' ? 'pdf' : 'other';
}
