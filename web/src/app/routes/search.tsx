import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/layout/page';
import { buttonClass } from '@/components/ui/button';
import { ErrorNotice, Notice } from '@/components/ui/notice';
import { PhotoGrid } from '@/features/photo/components/photo-grid';
import { PhotoGridSkeleton } from '@/features/photo/components/photo-grid-skeleton';
import { searchPhotos } from '@/features/search/api/search-photos';
import { FilterPanel } from '@/features/search/components/filter-panel';
import { keptPicture } from '@/features/search/dropped-picture';
import { isAsking } from '@/features/search/search-params';
import styles from './search.module.css';

const route = getRouteApi('/search');

export function SearchPage() {
  const { t } = useTranslation();
  const params = route.useSearch();
  const navigate = route.useNavigate();
  const found = useInfiniteQuery({ ...searchPhotos(params), placeholderData: keepPreviousData });
  const photos = found.data?.pages.flatMap((page) => page.data) ?? [];
  const first = found.data?.pages[0];
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = found;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const title = params.look ? t('search.picture.title') : params.query ? t('search.title', { query: params.query }) : t('search.all');
  const dropped = params.look ? keptPicture(params.look) : undefined;

  return (
    <Page title={title} lead={first ? t('search.found', { count: first.total_count }) : '\u00a0'}>
      {dropped ? <img src={dropped} alt={t('search.picture.yours')} className={styles.dropped} /> : null}
      <div className={styles.filters} hidden={params.look !== undefined}>
        <FilterPanel
          params={params}
          facets={first?.facets}
          onChange={(changed) => void navigate({ search: changed, replace: true, resetScroll: false })}
        />
      </div>
      <p role="status" className="visually-hidden">
        {first ? t('search.found', { count: first.total_count }) : ''}
      </p>
      {found.isPending ? <PhotoGridSkeleton /> : null}
      {found.isError ? <ErrorNotice error={found.error} retry={() => void found.refetch()} /> : null}
      {found.isSuccess && photos.length === 0 ? (
        <Notice
          title={t('search.nothing.title')}
          action={
            isAsking(params) ? (
              <Link to="/search" search={{}} className={buttonClass()}>
                {t('search.nothing.go')}
              </Link>
            ) : undefined
          }
        >
          <p>{t('search.nothing.text')}</p>
        </Notice>
      ) : null}
      {photos.length > 0 ? <PhotoGrid photos={photos} onEnd={more} label={title} /> : null}
    </Page>
  );
}
