import type { ReactNode, Ref } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextField as AriaTextField, type TextFieldProps } from 'react-aria-components/TextField';
import './field.css';

interface Props extends Omit<TextFieldProps, 'children' | 'className' | 'style' | 'isInvalid'> {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly description?: string | undefined;
  /** What is wrong and what to do; shown under the field and read out. */
  readonly error?: string | undefined;
  readonly placeholder?: string;
  /** Stands inside the field, after the text. */
  readonly after?: ReactNode;
  readonly inputRef?: Ref<HTMLInputElement>;
}

export function TextField({
  label,
  isLabelHidden = false,
  description,
  error,
  placeholder,
  after,
  inputRef,
  ...rest
}: Props) {
  const input = { ...(placeholder && { placeholder }), ...(inputRef && { ref: inputRef }) };
  return (
    <AriaTextField
      {...rest}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className="field"
    >
      <Label className={isLabelHidden ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <div className="field-box">
        <Input {...input} className="field-input" />
        {after}
      </div>
      {description !== undefined && error === undefined && (
        <Text slot="description" className="field-description">
          {description}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  );
}
