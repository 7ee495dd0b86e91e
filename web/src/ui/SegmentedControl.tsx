import type { LucideIcon } from 'lucide-react';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import './segmented-control.css';

export interface Segment<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly icon?: LucideIcon;
}

interface Props<Value extends string> {
  readonly label: string;
  readonly segments: readonly Segment<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One of a few, all in sight. */
export function SegmentedControl<Value extends string>(props: Props<Value>) {
  return (
    <RadioGroup
      className="segmented"
      orientation="horizontal"
      value={props.value}
      onChange={(chosen) => {
        const segment = props.segments.find(({ value }) => value === chosen);
        if (segment) props.onChange(segment.value);
      }}
    >
      <Label className="visually-hidden">{props.label}</Label>
      {props.segments.map(({ value, label, icon: Icon }) => (
        <Radio key={value} value={value} className="segment">
          {Icon && <Icon size={16} aria-hidden />}
          {label}
        </Radio>
      ))}
    </RadioGroup>
  );
}
