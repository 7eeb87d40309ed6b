import { FieldError, Input, Label, TextArea, TextField as AriaTextField } from 'react-aria-components';
import styles from './text-field.module.css';

interface TextFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  maxLength?: number;
  /** Several lines of it. */
  lines?: number;
  required?: boolean;
  /** What is wrong with it. */
  error?: string | undefined;
  inputMode?: 'text' | 'decimal' | 'numeric' | 'url';
  type?: 'text' | 'search';
}

/** Words that somebody writes, with what they are for. */
export function TextField({ label, hint, lines, required = false, error, maxLength, inputMode, type = 'text', ...field }: TextFieldProps) {
  return (
    <AriaTextField {...field} isRequired={required} isInvalid={error !== undefined} validationBehavior="aria" className={styles.field!} type={type}>
      <Label className={styles.label}>{label}</Label>
      {lines ? (
        <TextArea className={styles.input!} rows={lines} maxLength={maxLength} />
      ) : (
        <Input className={styles.input!} maxLength={maxLength} inputMode={inputMode} />
      )}
      {hint ? <span className={styles.hint}>{hint}</span> : null}
      <FieldError className={styles.error!}>{error}</FieldError>
    </AriaTextField>
  );
}
