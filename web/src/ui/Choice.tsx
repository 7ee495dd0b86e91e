import type { LucideIcon } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Button } from 'react-aria-components/Button';
import './choice.css';

/** Ways to go on, one below the other, each with what it means. */
export function Choices({ children }: { readonly children: ReactNode }) {
  return <div className="choices">{children}</div>;
}

interface ChoiceProps {
  readonly icon: LucideIcon;
  readonly name: string;
  /** Has the focus at first: Enter takes it. */
  readonly isSuggested?: boolean;
  readonly onChoose: () => void;
  /** What follows from it. */
  readonly children: ReactNode;
}

export function Choice({ icon: Icon, name, isSuggested, onChoose, children }: ChoiceProps) {
  const id = useId();
  return (
    <Button
      className="choice"
      autoFocus={isSuggested ?? false}
      aria-labelledby={`${id}-name`}
      aria-describedby={`${id}-meaning`}
      onPress={onChoose}
    >
      <Icon aria-hidden size={18} />
      <span className="choice-words">
        <strong id={`${id}-name`}>{name}</strong>
        <span id={`${id}-meaning`}>{children}</span>
      </span>
    </Button>
  );
}
