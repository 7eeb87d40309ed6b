import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { ErrorNotice } from '@/components/ui/notice';
import { PictureList, PictureRow } from '@/components/ui/picture-list';
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
      <PictureList>
        {sales.data.pages
          .flatMap((page) => page.data)
          .map(({ photoId, title, size, price, earned, inPack, soldAt }) => (
            <PictureRow
              key={`${soldAt} ${photoId} ${size}`}
              picture={paths.media(photoId, 'w320')}
              title={
                <Link to="/photos/$photoId" params={{ photoId }}>
                  {title}
                </Link>
              }
              facts={
                <>
                  {t(`size.${size}`, size)}
                  {inPack ? ` · ${t('sales.inPack')}` : ''} · <time dateTime={soldAt}>{formatTime(soldAt, i18n.language)}</time>
                </>
              }
              end={
                <p className={styles.money}>
                  <strong>{formatMoney(earned, i18n.language)}</strong>
                  <span className={styles.facts}>{t('sales.of', { price: formatMoney(price, i18n.language) })}</span>
                </p>
              }
            />
          ))}
      </PictureList>
      {sales.hasNextPage ? (
        <Button onPress={() => void sales.fetchNextPage()} isPending={sales.isFetchingNextPage}>
          {t('more')}
        </Button>
      ) : null}
    </section>
  );
}
