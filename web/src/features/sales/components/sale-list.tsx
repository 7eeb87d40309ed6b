import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { ErrorNotice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { paths } from '@/config/paths';
import { formatTime } from '@/lib/format';
import { formatMoney } from '@/lib/money';
import { getSales } from '../api/get-sales';
import styles from './sales.module.css';

/** Each photo that was sold: when, in which size, for how much, and what of that is the photographer's. */
export function SaleList() {
  const { t, i18n } = useTranslation();
  const sales = useInfiniteQuery(getSales());
  if (sales.isPending) return <Skeleton height="16rem" />;
  if (sales.isError) return <ErrorNotice error={sales.error} retry={() => void sales.refetch()} />;
  return (
    <section aria-labelledby="sold" className={styles.sold}>
      <h2 id="sold">{t('sales.sold')}</h2>
      <ul className={styles.list}>
        {sales.data.pages
          .flatMap((page) => page.data)
          .map(({ photoId, title, size, price, earned, inPack, soldAt }) => (
            <li key={`${soldAt} ${photoId} ${size}`} className={styles.row}>
              <img src={paths.media(photoId, 'w320')} alt="" className={styles.picture} loading="lazy" />
              <div className={styles.words}>
                <Link to="/photos/$photoId" params={{ photoId }} className={styles.title}>
                  {title}
                </Link>
                <span className={styles.facts}>
                  {t(`size.${size}`, size)}
                  {inPack ? ` · ${t('sales.inPack')}` : ''} · <time dateTime={soldAt}>{formatTime(soldAt, i18n.language)}</time>
                </span>
              </div>
              <p className={styles.money}>
                <strong>{formatMoney(earned, i18n.language)}</strong>
                <span className={styles.facts}>{t('sales.of', { price: formatMoney(price, i18n.language) })}</span>
              </p>
            </li>
          ))}
      </ul>
      {sales.hasNextPage ? (
        <Button onPress={() => void sales.fetchNextPage()} isPending={sales.isFetchingNextPage}>
          {t('more')}
        </Button>
      ) : null}
    </section>
  );
}
