import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../../../ui/IconButton.tsx';
import { announce } from '../../../ui/toasts/toast-store.ts';
import { Fact } from './Fact.tsx';

/** The hash of a file's content, with which anybody can check a copy of it. */
export function ContentHash({ hash }: { readonly hash: string }) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(hash);
    setCopied(true);
    announce('Content hash copied');
  };
  return (
    <Fact name="Content hash">
      <span className="hash">
        <code>{hash}</code>
        {navigator.clipboard === undefined ? null : (
          <IconButton
            icon={isCopied ? Check : Copy}
            label={isCopied ? 'Copied' : 'Copy the content hash'}
            size={16}
            onPress={() => void copy()}
          />
        )}
      </span>
    </Fact>
  );
}
