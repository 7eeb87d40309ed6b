import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem, Unreachable } from '@/lib/problem';
import { Button } from './button';
import styles from './notice.module.css';

interface NoticeProps {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  tone?: 'calm' | 'bad' | 'good';
}

/** What is to be said where something else would be: nothing there yet, or something wrong. */
export function Notice({ title, children, action, tone = 'calm' }: NoticeProps) {
  return (
    <section className={`${styles.notice} ${styles[tone]}`} role={tone === 'bad' ? 'alert' : undefined}>
      <h2 className={styles.title}>{title}</h2>
      {children ? <div className={styles.text}>{children}</div> : null}
      {action ? <div className={styles.action}>{action}</div> : null}
    </section>
  );
}

/** An error in the words of whoever knows best: the service that refused. */
export function ErrorNotice({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation();
  const lost = error instanceof Unreachable || !navigator.onLine;
  return (
    <Notice
      tone="bad"
      title={lost ? t('error.offline.title') : t('error.title')}
      action={retry ? <Button onPress={retry}>{t('error.retry')}</Button> : undefined}
    >
      <p>{lost ? t('error.offline.text') : error instanceof Problem ? error.message : t('error.unexpected')}</p>
    </Notice>
  );
}
