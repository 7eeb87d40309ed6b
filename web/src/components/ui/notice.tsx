import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem, Unreachable } from '@/lib/problem';
import { Button } from './button';
import { DoneIcon, EmptyIcon, NoNetworkIcon, TroubleIcon } from './icons';
import styles from './notice.module.css';

type Tone = 'calm' | 'bad' | 'good';

const SIGNS: Record<Tone, ReactNode> = { calm: <EmptyIcon />, bad: <TroubleIcon />, good: <DoneIcon /> };

interface NoticeProps {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  tone?: Tone;
  /** Instead of the sign of its tone. */
  sign?: ReactNode;
  /** It is all that the page has to say: its title is the page's. */
  alone?: boolean;
}

/** What is to be said where something else would be: nothing there yet, or something wrong. */
export function Notice({ title, children, action, tone = 'calm', sign = SIGNS[tone], alone = false }: NoticeProps) {
  const Heading = alone ? 'h1' : 'h2';
  return (
    <section className={`${styles.notice} ${styles[tone]}`} role={tone === 'bad' ? 'alert' : undefined}>
      <span className={styles.sign}>{sign}</span>
      <Heading className={styles.title}>{title}</Heading>
      {children ? <div className={styles.text}>{children}</div> : null}
      {action ? <div className={styles.action}>{action}</div> : null}
    </section>
  );
}

/** An error in the words of whoever knows best: the service that refused. */
export function ErrorNotice({ error, retry, alone = false }: { error: unknown; retry?: () => void; alone?: boolean }) {
  const { t } = useTranslation();
  const lost = error instanceof Unreachable || !navigator.onLine;
  return (
    <Notice
      tone="bad"
      alone={alone}
      {...(lost ? { sign: <NoNetworkIcon /> } : {})}
      title={lost ? t('error.offline.title') : t('error.title')}
      action={retry ? <Button onPress={retry}>{t('error.retry')}</Button> : undefined}
    >
      <p>{lost ? t('error.offline.text') : error instanceof Problem ? error.message : t('error.unexpected')}</p>
    </Notice>
  );
}
