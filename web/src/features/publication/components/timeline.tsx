import { useTranslation } from 'react-i18next';
import { formatDuration, formatTime } from '@/lib/format';
import type { Publication } from '../api/get-publication';
import styles from './timeline.module.css';

/** The saga's own steps, as they happened: what, when, how long, because of what. */
export function Timeline({ publication }: { publication: Publication }) {
  const { t, i18n } = useTranslation();
  return (
    <ol className={styles.timeline}>
      {publication.timeline.map((entry, index) => (
        <li key={index} className={styles.entry} data-state={entry.to} data-ignored={entry.ignored || undefined}>
          <p className={styles.head}>
            <strong>{t(`saga.${entry.to}`)}</strong>
            <time dateTime={entry.at}>{formatTime(entry.at, i18n.language)}</time>
          </p>
          <p>{entry.note}</p>
          <p className={styles.small}>
            {t('timeline.cause', { cause: entry.cause.type, duration: formatDuration(entry.durationMillis, i18n.language) })}
          </p>
        </li>
      ))}
    </ol>
  );
}
