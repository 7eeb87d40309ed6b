import type { ReactNode } from 'react';
import styles from './data-table.module.css';

/** A table that scrolls sideways by itself where the page is narrow, by keyboard as well. */
export function DataTable({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    <div className={styles.scroller} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption>{caption}</caption>
        {children}
      </table>
    </div>
  );
}
