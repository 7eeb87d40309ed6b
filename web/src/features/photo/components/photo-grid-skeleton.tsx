import { Skeleton } from '@/components/ui/skeleton';
import styles from './photo-grid.module.css';

export function PhotoGridSkeleton() {
  return (
    <div className={styles.skeletons} aria-hidden="true" aria-busy="true">
      {Array.from({ length: 12 }, (_, index) => (
        <Skeleton key={index} height="15rem" radius="6px" />
      ))}
    </div>
  );
}
