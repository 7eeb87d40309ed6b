import styles from './skeleton.module.css';

/** Stands where something will be, in its size. */
export function Skeleton({ width, height, radius }: { width?: string; height: string; radius?: string }) {
  return <span aria-hidden="true" className={styles.skeleton} style={{ width, height, borderRadius: radius }} />;
}
