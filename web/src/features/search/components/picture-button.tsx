import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { PictureIcon } from '@/components/ui/icons';
import styles from './search-bar.module.css';

/** Chooses a picture to search by; dropping one on the search does the same. */
export function PictureButton({ busy, onPicture }: { busy: boolean; onPicture: (file: File) => void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className={styles.picture}
        aria-label={t('search.picture.button')}
        title={t('search.picture.button')}
        aria-busy={busy}
        onClick={() => input.current?.click()}
      >
        <PictureIcon />
      </button>
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) onPicture(file);
        }}
      />
    </>
  );
}
