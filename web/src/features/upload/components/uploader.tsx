import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { isOpen } from '../upload-queue';
import type { useUploads } from '../use-uploads';
import { BatchEditor } from './batch-editor';
import { DropArea } from './drop-area';
import { UploadList } from './upload-list';
import styles from './upload.module.css';

/** Drop, look, name, send. */
export function Uploader({ engine, files }: ReturnType<typeof useUploads>) {
  const { t } = useTranslation();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const ready = files.filter(({ stage }) => stage === 'ready').length;
  const sending = files.filter(({ stage }) => stage === 'sending').length;
  const paused = files.filter(({ stage }) => stage === 'paused').length;
  const done = files.filter(({ stage }) => stage === 'published').length;
  const chosen = selected.size > 0 ? files.filter(({ id }) => selected.has(id)) : files;
  const ended = files.filter(({ stage }) => ['published', 'duplicate', 'refused'].includes(stage));

  return (
    <>
      <DropArea onFiles={(dropped) => engine.drop(dropped)} small={files.length > 0} />
      {files.length > 0 ? (
        <>
          <div className={styles.bar}>
            <p role="status">{t('upload.summary', { count: files.length, done })}</p>
            {ended.length > 0 ? (
              <Button look="plain" onPress={() => engine.remove(ended.map(({ id }) => id))}>
                {t('upload.clear')}
              </Button>
            ) : null}
            {sending > 0 ? <Button onPress={() => engine.pauseAll()}>{t('upload.pause')}</Button> : null}
            {paused > 0 ? <Button onPress={() => engine.resumeAll()}>{t('upload.resume')}</Button> : null}
            <Button look="primary" isDisabled={ready === 0} onPress={() => engine.start()}>
              {t('upload.send', { count: ready })}
            </Button>
          </div>
          {files.some(isOpen) ? <BatchEditor files={chosen} engine={engine} /> : null}
          <UploadList files={files} engine={engine} selected={selected} onSelect={setSelected} />
        </>
      ) : null}
    </>
  );
}
