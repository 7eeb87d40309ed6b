import { useEffect, type ReactNode } from 'react';
import styles from './page.module.css';

interface PageProps {
  title: string;
  children: ReactNode;
  /** For pages whose heading is part of what they show. */
  untitled?: boolean;
  lead?: ReactNode;
}

/** The frame of a page: its title in the tab, for screen readers and on the page. */
export function Page({ title, children, untitled = false, lead }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Safelight`;
  }, [title]);
  return (
    <main id="main" className={styles.page} tabIndex={-1}>
      {untitled ? null : (
        <header className={styles.header}>
          <h1>{title}</h1>
          {lead ? <p className={styles.lead}>{lead}</p> : null}
        </header>
      )}
      {children}
    </main>
  );
}
