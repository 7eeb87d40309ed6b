import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice, Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { PackCard } from '@/features/packs/components/pack-card';
import { getPack } from '@/features/packs/api/get-packs';
import { safeHref, type BlockOf } from '@/features/pages/page-content';
import type { BlockViews } from '@/features/pages/components/page-blocks';
import { photosById } from '@/features/photo/api/photos-by-id';
import { MosaicGrid } from '@/features/photo/components/mosaic-grid';
import { PhotoGrid } from '@/features/photo/components/photo-grid';
import { PhotoGridSkeleton } from '@/features/photo/components/photo-grid-skeleton';
import { getTrends } from '@/features/search/api/get-trends';
import { searchPhotos } from '@/features/search/api/search-photos';
import { SearchBar } from '@/features/search/components/search-bar';
import { TrendStrip } from '@/features/search/components/trend-strip';
import type { Orientation, SearchParams } from '@/features/search/search-params';
import styles from './blocks.module.css';

/** What each block of a page shows, live. */
export const blockViews: BlockViews = {
  hero: HeroView,
  collection: CollectionView,
  mosaic: MosaicView,
  trends: TrendsView,
  'just-approved': JustApprovedView,
  'most-bought': MostBoughtView,
  text: TextView,
  pack: PackView,
};

function HeroView({ block }: { block: BlockOf<'hero'> }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <section className={styles.hero}>
      <h1>{block.headline || t('home.headline')}</h1>
      <p>{block.lead || t('home.lead')}</p>
      <div className={styles.search}>
        <SearchBar
          size="large"
          onSearch={(query) => void navigate({ to: '/search', search: query ? { query } : {} })}
          onLook={(look) => void navigate({ to: '/search', search: { look } })}
        />
      </div>
      {block.categories ? <Categories /> : null}
    </section>
  );
}

function Categories() {
  const { t } = useTranslation();
  const newest = useInfiniteQuery(searchPhotos({ sort: 'newest' }));
  const categories = newest.data?.pages[0]?.facets.category?.slice(0, 10) ?? [];
  // Their place is kept, so that nothing below it moves when they come.
  if (categories.length === 0) return <div className={styles.categories} />;
  return (
    <ul className={styles.categories} aria-label={t('search.category')}>
      {categories.map(({ value }) => (
        <li key={value}>
          <Link to="/search" search={{ category: value }}>
            {t(`category.${value}`, value)}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Section({ heading, children, more }: { heading: string; children: ReactNode; more?: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{heading}</h2>
        {more}
      </div>
      {children}
    </section>
  );
}

function JustApprovedView({ block }: { block: BlockOf<'just-approved'> }) {
  const { t } = useTranslation();
  const newest = useInfiniteQuery(searchPhotos({ sort: 'newest' }));
  const all = newest.data?.pages.flatMap((page) => page.data) ?? [];
  const photos = block.endless ? all : all.slice(0, block.limit);
  const heading = block.heading || t('home.newest');
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = newest;
  const { endless } = block;
  const more = useCallback(() => {
    if (endless && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [endless, hasNextPage, isFetchingNextPage, fetchNextPage]);
  return (
    <Section heading={heading}>
      {newest.isPending ? <PhotoGridSkeleton /> : null}
      {newest.isError ? <ErrorNotice error={newest.error} retry={() => void newest.refetch()} /> : null}
      {newest.isSuccess && photos.length === 0 ? (
        <Notice title={t('home.empty.title')}>
          <p>{t('home.empty.text')}</p>
        </Notice>
      ) : null}
      {photos.length > 0 ? <PhotoGrid photos={photos} onEnd={more} label={heading} /> : null}
    </Section>
  );
}

function MostBoughtView({ block }: { block: BlockOf<'most-bought'> }) {
  const { t } = useTranslation();
  return (
    <Found params={{ sort: 'popular' }} limit={block.limit} heading={block.heading || t('home.popular')} />
  );
}

function CollectionView({ block }: { block: BlockOf<'collection'> }) {
  const { t } = useTranslation();
  const params: SearchParams = {
    ...(block.query ? { query: block.query } : {}),
    ...(block.category ? { category: block.category } : {}),
    ...(block.color ? { color: block.color.toLowerCase() } : {}),
    ...(block.orientation ? { orientation: block.orientation as Orientation } : {}),
  };
  const heading = block.heading || block.query || (block.category ? t(`category.${block.category}`, block.category) : t('search.all'));
  return <Found params={params} limit={block.limit} heading={heading} />;
}

function Found({ params, limit, heading }: { params: SearchParams; limit: number; heading: string }) {
  const { t } = useTranslation();
  const found = useInfiniteQuery(searchPhotos(params, limit));
  const photos = found.data?.pages[0]?.data ?? [];
  // A shop that has nothing of it says nothing of it.
  if (found.isSuccess && photos.length === 0) return null;
  return (
    <Section
      heading={heading}
      more={
        <Link to="/search" search={params} aria-label={t('home.seeAll', { heading })}>
          {t('home.all')}
        </Link>
      }
    >
      {found.isPending ? <PhotoGridSkeleton /> : null}
      {found.isError ? <ErrorNotice error={found.error} retry={() => void found.refetch()} /> : null}
      {photos.length > 0 ? <PhotoGrid photos={photos} label={heading} /> : null}
    </Section>
  );
}

function MosaicView({ block }: { block: BlockOf<'mosaic'> }) {
  const { t } = useTranslation();
  const chosen = useQuery(photosById(block.photoIds));
  const heading = block.heading || t('home.mosaic');
  if (block.photoIds.length === 0 || chosen.data?.length === 0) return null;
  return (
    <Section heading={heading}>
      {chosen.isPending ? <PhotoGridSkeleton /> : null}
      {chosen.isError ? <ErrorNotice error={chosen.error} retry={() => void chosen.refetch()} /> : null}
      {chosen.data ? <MosaicGrid photos={chosen.data} label={heading} /> : null}
    </Section>
  );
}

function TrendsView({ block }: { block: BlockOf<'trends'> }) {
  const { t } = useTranslation();
  const trends = useQuery(getTrends(block.limit));
  const heading = block.heading || t('home.trends');
  if (trends.isError || trends.data?.length === 0) return null;
  return (
    <Section heading={heading}>
      {trends.data ? <TrendStrip trends={trends.data} label={heading} /> : <Skeleton height="5.5rem" />}
    </Section>
  );
}

/** Paragraphs are what stands between empty lines. */
function TextView({ block }: { block: BlockOf<'text'> }) {
  const href = safeHref(block.linkHref);
  const paragraphs = block.text.split(/\n\s*\n/).filter(Boolean);
  return (
    <section className={styles.text}>
      {block.heading ? <h2>{block.heading}</h2> : null}
      {paragraphs.map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
      {href && block.linkLabel ? (
        <p>
          {href.startsWith('/') ? (
            <Link to={href}>{block.linkLabel}</Link>
          ) : (
            <a href={href} rel="noopener noreferrer">
              {block.linkLabel}
            </a>
          )}
        </p>
      ) : null}
    </section>
  );
}

function PackView({ block }: { block: BlockOf<'pack'> }) {
  const { t } = useTranslation();
  const pack = useQuery({ ...getPack(block.packId), enabled: block.packId !== '' });
  // A pack that is gone leaves no hole.
  if (block.packId === '' || pack.isError || (pack.data && pack.data.state !== 'ON_SALE')) return null;
  return (
    <Section heading={block.heading || t('packs.title')}>
      {pack.data ? <PackCard pack={pack.data} wide /> : <Skeleton height="16rem" />}
    </Section>
  );
}
