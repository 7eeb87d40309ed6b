import { Link } from '@tanstack/react-router';
import { placeholderUrl } from '@/lib/placeholder';
import { altText, photoSources, type FoundPhoto } from '../photo';
import styles from './photo-tile.module.css';

/** A photo that fills whatever place it is given, and leads to its page. */
export function PhotoTile({ photo, sizes }: { photo: FoundPhoto; sizes: string }) {
  const blurred = photo.placeholder ? `url(${placeholderUrl(photo.placeholder)})` : undefined;
  return (
    <Link
      to="/photos/$photoId"
      params={{ photoId: photo.id }}
      className={styles.tile}
      style={{ backgroundColor: photo.color ? `#${photo.color}` : undefined, backgroundImage: blurred }}
    >
      <img
        src={photo.urls.thumb}
        srcSet={photoSources(photo)}
        sizes={sizes}
        width={photo.width}
        height={photo.height}
        alt={altText(photo)}
        loading="lazy"
        decoding="async"
      />
    </Link>
  );
}
