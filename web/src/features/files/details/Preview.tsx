import type { Node } from '@satchel/shared/wire/nodes';
import { downloadUrl } from '@satchel/worker/page/downloads';
import { useState } from 'react';
import { familyOf } from '../../../lib/file-kind.ts';
import { FileIcon } from '../../../ui/FileIcon.tsx';

// Only what is small enough to fetch whole for a look, and what every browser shows.
const MAX_PREVIEW_BYTES = 8_000_000;
const SHOWN_TYPES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']);

/** The picture itself where it is one, else the picture of its kind. */
export function Preview({ node }: { readonly node: Node }) {
  const [isBroken, setBroken] = useState(false);
  const isShown = SHOWN_TYPES.has(node.mimeType ?? '') && (node.size ?? 0) <= MAX_PREVIEW_BYTES;
  return (
    <div className="preview">
      {isShown && !isBroken ? (
        <img
          src={`${downloadUrl(node.id, { inline: true })}&v=${node.version ?? 0}`}
          alt={`Preview of ${node.name}`}
          onError={() => setBroken(true)}
        />
      ) : (
        <FileIcon family={familyOf(node)} size={64} />
      )}
    </div>
  );
}
