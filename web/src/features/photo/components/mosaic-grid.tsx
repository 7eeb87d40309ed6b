import type { FoundPhoto } from '../photo';
import { PhotoTile } from './photo-tile';
import styles from './mosaic-grid.module.css';

/** Chosen photos as a mosaic: some of them large, each filling its place. */
export function MosaicGrid({ photos, label }: { photos: readonly FoundPhoto[]; label: string }) {
  return (
    <ul className={styles.mosaic} aria-label={label}>
      {photos.map((photo, index) => (
        <li key={photo.id} data-large={(index % 7 === 0 && photos.length - index > 4) || undefined} data-tall={photo.aspect < 0.85 || undefined}>
          <PhotoTile photo={photo} sizes="(min-width: 60rem) 33vw, 50vw" />
        </li>
      ))}
    </ul>
  );
}
