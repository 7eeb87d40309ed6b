import type { ReactNode } from 'react';
import styles from './picture-list.module.css';

/** Things that a picture stands for, one below the other. */
export const PictureList = ({ children }: { children: ReactNode }) => <ul className={styles.list}>{children}</ul>;

interface PictureRowProps {
  /** The address of its picture, which the words beside it say already. */
  picture: string;
  title: ReactNode;
  /** Below the title, smaller. */
  facts: ReactNode;
  /** What else is to be said of it. */
  children?: ReactNode;
  /** At the other side. */
  end: ReactNode;
}

export function PictureRow({ picture, title, facts, children, end }: PictureRowProps) {
  return (
    <li className={styles.row}>
      <img src={picture} alt="" className={styles.picture} loading="lazy" />
      <div className={styles.words}>
        <span className={styles.title}>{title}</span>
        <span className={styles.facts}>{facts}</span>
        {children}
      </div>
      <div className={styles.end}>{end}</div>
    </li>
  );
}
