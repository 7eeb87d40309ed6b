import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { components } from '@/api/search';
import styles from './trend-strip.module.css';

type Trend = components['schemas']['TrendView'];

/** What people want just now, as words to press. */
export function TrendStrip({ trends, label }: { trends: readonly Trend[]; label: string }) {
  const { t } = useTranslation();
  return (
    <ul className={styles.strip} aria-label={label}>
      {trends.map(({ text, count, image }) => (
        <li key={text}>
          <Link to="/search" search={{ query: text }} className={styles.trend}>
            <img src={image.urls.thumb} alt="" width={image.width} height={image.height} loading="lazy" decoding="async" />
            <span className={styles.words}>
              <strong>{text}</strong>
              <span>{t('search.photos', { count })}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
