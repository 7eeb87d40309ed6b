import type { ReactNode } from 'react';
import styles from './banner.module.css';

/** What concerns the whole site just now, over whatever page is open. */
export function Banner({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div role="alert" className={styles.banner}>
      <p>{children}</p>
      {action}
    </div>
  );
}
