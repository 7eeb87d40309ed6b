import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button, buttonClass } from '@/components/ui/button';
import { ErrorNotice, Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { getPacks } from '../api/get-packs';
import { PackCard } from './pack-card';
import styles from './pack-list.module.css';

export function PackList() {
  const { t } = useTranslation();
  const packs = useInfiniteQuery(getPacks());
  if (packs.isPending)
    return (
      <div className={styles.list} aria-hidden="true">
        {Array.from({ length: 6 }, (_, index) => (
          <Skeleton key={index} height="18rem" radius="var(--radius-large)" />
        ))}
      </div>
    );
  if (packs.isError) return <ErrorNotice error={packs.error} retry={() => void packs.refetch()} />;
  const offered = packs.data.pages.flatMap((page) => page.data);
  if (offered.length === 0)
    return (
      <Notice
        title={t('packs.none.title')}
        action={
          <Link to="/search" className={buttonClass('primary')}>
            {t('packs.none.go')}
          </Link>
        }
      >
        <p>{t('packs.none.text')}</p>
      </Notice>
    );
  return (
    <>
      <ul className={styles.list}>
        {offered.map((pack) => (
          <li key={pack.id}>
            <PackCard pack={pack} />
          </li>
        ))}
      </ul>
      {packs.hasNextPage ? (
        <Button onPress={() => void packs.fetchNextPage()} isPending={packs.isFetchingNextPage}>
          {t('more')}
        </Button>
      ) : null}
    </>
  );
}
