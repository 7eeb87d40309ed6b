import { useState } from 'react';
import { FieldError, Form, Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import styles from './photo-search.module.css';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Finds one photo's way by its id, as it stands in addresses, mails and messages. */
export function PhotoSearch({ photo, onSearch }: { photo: string; onSearch: (photo: string) => void }) {
  const { t } = useTranslation();
  const [value, setValue] = useState(photo);
  const [tried, setTried] = useState(false);
  const wrong = tried && !UUID.test(value.trim());
  return (
    <Form
      className={styles.form!}
      validationBehavior="aria"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (UUID.test(value.trim())) onSearch(value.trim().toLowerCase());
      }}
    >
      <TextField className={styles.field!} value={value} onChange={setValue} isInvalid={wrong}>
        <Label>{t('flow.photo.label')}</Label>
        <Input className={styles.input!} spellCheck="false" autoComplete="off" />
        <FieldError className={styles.error!}>{t('flow.photo.wrong')}</FieldError>
      </TextField>
      <Button type="submit">{t('flow.photo.go')}</Button>
    </Form>
  );
}
