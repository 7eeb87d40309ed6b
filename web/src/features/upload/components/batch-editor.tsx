import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { CloseIcon } from '@/components/ui/icons';
import type { UploadEngine } from '../upload-engine';
import { isOpen, keywordCounts, type Queue } from '../upload-queue';
import styles from './upload.module.css';

interface BatchEditorProps {
  files: Queue;
  engine: UploadEngine;
}

/** Words for many files at once: each keyword with how many have it, added to all or taken from all. */
export function BatchEditor({ files, engine }: BatchEditorProps) {
  const { t } = useTranslation();
  const [keyword, setKeyword] = useState('');
  const [title, setTitle] = useState('');
  // What has been announced has its words already.
  const open = files.filter(isOpen);
  const ids = open.map(({ id }) => id);
  return (
    <form
      className={styles.editor}
      onSubmit={(event) => {
        event.preventDefault();
        engine.edit(ids, { ...(title.trim() ? { title: title.trim() } : {}), ...(keyword.trim() ? { add: keyword.trim() } : {}) });
        setKeyword('');
        setTitle('');
      }}
    >
      <p>{t('upload.editing', { count: ids.length })}</p>
      <TextField className={styles.field!} value={title} onChange={setTitle}>
        <Label>{t('upload.title')}</Label>
        <Input />
      </TextField>
      <TextField className={styles.field!} value={keyword} onChange={setKeyword}>
        <Label>{t('upload.keyword')}</Label>
        <Input />
      </TextField>
      <Button type="submit" isDisabled={ids.length === 0 || !(keyword.trim() || title.trim())}>
        {t('upload.apply')}
      </Button>
      <ul className={styles.chips}>
        {keywordCounts(open).map(([word, count]) => (
          <li key={word}>
            <Button size="small" onPress={() => engine.edit(ids, { remove: word })} aria-label={t('upload.removeKeyword', { word, count })}>
              {word} ({count}) <CloseIcon />
            </Button>
          </li>
        ))}
      </ul>
    </form>
  );
}
