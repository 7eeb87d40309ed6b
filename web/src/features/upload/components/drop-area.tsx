import { useState, type DragEvent } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { UploadIcon } from '@/components/ui/icons';
import { droppedFiles } from '../dropped-files';
import styles from './upload.module.css';

interface DropAreaProps {
  onFiles: (files: File[]) => void;
  small: boolean;
}

const ACCEPTED = ['image/jpeg', 'image/png', 'image/tiff', 'image/webp'];

/** Files or whole folders, dropped or chosen. */
export function DropArea({ onFiles, small }: DropAreaProps) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void droppedFiles(event.dataTransfer).then(onFiles);
  };
  const chosen = (files: FileList | null) => files && onFiles([...files]);
  return (
    <section
      aria-label={t('upload.area')}
      className={styles.area}
      data-over={over || undefined}
      data-small={small || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <span className={styles.icon}>
        <UploadIcon />
      </span>
      <p className={styles.invite}>{t('upload.drop')}</p>
      <p className={styles.hint}>{t('upload.hint')}</p>
      <div className={styles.choose}>
        <FileTrigger allowsMultiple acceptedFileTypes={ACCEPTED} onSelect={chosen}>
          <Button look="primary">{t('upload.files')}</Button>
        </FileTrigger>
        <FileTrigger acceptDirectory onSelect={chosen}>
          <Button>{t('upload.folder')}</Button>
        </FileTrigger>
      </div>
    </section>
  );
}
