import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/layout/page';
import { Skeleton } from '@/components/ui/skeleton';
import { getPage } from '@/features/pages/api/get-page';
import { PageBlocks } from '@/features/pages/components/page-blocks';
import { fallback } from '@/features/pages/page-content';
import { blockViews } from '../blocks/block-views';
import styles from './home.module.css';

/** Composed by administrators. A shop whose catalogue cannot be asked can still be searched. */
export function HomePage() {
  const { t } = useTranslation();
  const page = useQuery(getPage('home'));
  const content = page.data ?? (page.isError ? fallback : undefined);
  const headed = content?.blocks.some(({ type }) => type === 'hero') ?? true;
  return (
    <Page title={t('home.title')} untitled={headed}>
      {content ? (
        <PageBlocks content={content} views={blockViews} />
      ) : (
        <div className={styles.waiting} aria-busy="true">
          <Skeleton width="min(100%, 34rem)" height="clamp(5rem, 10vw, 8rem)" radius="var(--radius-large)" />
          <Skeleton width="min(100%, 46rem)" height="3.75rem" radius="999px" />
        </div>
      )}
    </Page>
  );
}
