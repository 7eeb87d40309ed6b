import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/layout/page';
import { ErrorNotice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { getPage } from '@/features/pages/api/get-page';
import { PageBlocks } from '@/features/pages/components/page-blocks';
import { isProblem } from '@/lib/problem';
import { blockViews } from '../blocks/block-views';
import { NotFoundPage } from '../not-found-page';

/** A page that administrators have composed. */
export function SitePage() {
  const { t } = useTranslation();
  const { page } = getRouteApi('/pages/$page').useParams();
  const shown = useQuery(getPage(page));
  if (isProblem(shown.error) && shown.error.status < 500) return <NotFoundPage />;
  if (shown.isPending || shown.isError)
    return (
      <Page title={t('pages.one')} untitled>
        {shown.isError ? (
          <ErrorNotice error={shown.error} retry={() => void shown.refetch()} />
        ) : (
          <Skeleton height="30rem" />
        )}
      </Page>
    );
  const headed = shown.data.blocks.some(({ type }) => type === 'hero');
  return (
    <Page title={shown.data.title} untitled={headed}>
      <PageBlocks content={shown.data} views={blockViews} />
    </Page>
  );
}
