import { Link } from '@tanstack/react-router';
import { memo, useState } from 'react';
import { placeholderUrl } from '@/lib/placeholder';
import { altText, photoSources, type FoundPhoto } from '../photo';
import styles from './photo-grid.module.css';

interface PhotoCardProps {
  photo: FoundPhoto;
  width: number;
  height: number;
  /** In the first row: wanted before anything else. */
  eager: boolean;
}

/** One photo of a grid: its blurred self first, in its final size, so that nothing jumps. Those that stay do no work while others come into sight. */
export const PhotoCard = memo(function PhotoCard({ photo, width, height, eager }: PhotoCardProps) {
  const [loaded, setLoaded] = useState(false);
  const blurred = photo.placeholder ? `url(${placeholderUrl(photo.placeholder)})` : undefined;
  return (
    <Link
      to="/photos/$photoId"
      params={{ photoId: photo.id }}
      className={styles.card}
      style={{ width, height, backgroundColor: photo.color ? `#${photo.color}` : undefined, backgroundImage: blurred }}
    >
      <img
        src={photo.urls.thumb}
        srcSet={photoSources(photo)}
        sizes={`${Math.ceil(width)}px`}
        width={photo.width}
        height={photo.height}
        alt={altText(photo)}
        loading={eager ? 'eager' : 'lazy'}
        fetchPriority={eager ? 'high' : 'low'}
        decoding="async"
        data-loaded={loaded || undefined}
        ref={(image) => {
          if (image?.complete) setLoaded(true);
        }}
        onLoad={() => setLoaded(true)}
      />
      <span className={styles.caption} aria-hidden="true">
        {photo.title}
      </span>
    </Link>
  );
});
