import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/layout/page';
import { ErrorNotice, Notice } from '@/components/ui/notice';
import { PhotoGrid } from '@/features/photo/components/photo-grid';
import { PhotoGridSkeleton } from '@/features/photo/components/photo-grid-skeleton';
import { searchPhotos } from '@/features/search/api/search-photos';
import { SearchBar } from '@/features/search/components/search-bar';
import styles from './home.module.css';

export function HomePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const newest = useInfiniteQuery(searchPhotos({ sort: 'newest' }));
  const photos = newest.data?.pages.flatMap((page) => page.data) ?? [];
  const categories = newest.data?.pages[0]?.facets.category?.slice(0, 10) ?? [];
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = newest;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  return (
    <Page title={t('home.title')} untitled>
      <section className={styles.hero}>
        <h1>{t('home.headline')}</h1>
        <p>{t('home.lead')}</p>
        <div className={styles.search}>
          <SearchBar size="large" onSearch={(query) => void navigate({ to: '/search', search: query ? { query } : {} })} />
        </div>
        {categories.length > 0 ? (
          <ul className={styles.categories} aria-label={t('search.category')}>
            {categories.map(({ value }) => (
              <li key={value}>
                <Link to="/search" search={{ category: value }}>
                  {t(`category.${value}`, value)}
                </Link>
              </li>
            ))}
          </ul>
        ) : null}
      </section>
      <section aria-labelledby="newest">
        <h2 id="newest" className={styles.heading}>
          {t('home.newest')}
        </h2>
        {newest.isPending ? <PhotoGridSkeleton /> : null}
        {newest.isError ? <ErrorNotice error={newest.error} retry={() => void newest.refetch()} /> : null}
        {newest.isSuccess && photos.length === 0 ? (
          <Notice title={t('home.empty.title')}>
            <p>{t('home.empty.text')}</p>
          </Notice>
        ) : null}
        {photos.length > 0 ? <PhotoGrid photos={photos} onEnd={more} label={t('home.newest')} /> : null}
      </section>
    </Page>
  );
}
