import { lazy, Suspense, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { placeholderUrl } from '@/lib/placeholder';
import type { PhotoDetails } from '../api/get-photo';
import { altText } from '../photo';
import styles from './photo-preview.module.css';

const Viewer = lazy(() => import('./photo-viewer'));

/** The photo as large as the public may see it; a press opens it with zoom. */
export function PhotoPreview({ photo }: { photo: PhotoDetails }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const largest = photo.previews.at(-1)!;
  const aspect = photo.width / photo.height;
  return (
    <figure className={styles.figure} style={{ '--aspect': aspect }}>
      <Button className={styles.open!} onPress={() => setOpen(true)} aria-label={t('photo.zoom', { title: photo.title })}>
        <img
          className={styles.image}
          src={largest.url}
          srcSet={photo.previews.map(({ url, width }) => `${url} ${width}w`).join(', ')}
          sizes="(min-width: 64rem) 62vw, 100vw"
          width={photo.width}
          height={photo.height}
          alt={altText(photo)}
          fetchPriority="high"
          style={{
            backgroundImage: photo.placeholder ? `url(${placeholderUrl(photo.placeholder)})` : undefined,
          }}
        />
      </Button>
      {open ? (
        <Suspense>
          <Viewer photo={photo} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </figure>
  );
}
