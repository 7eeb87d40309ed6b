import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/layout/page';
import { ErrorNotice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { getDraft } from '@/features/pages/api/get-draft';
import { getVersion } from '@/features/pages/api/get-versions';
import { PageBlocks } from '@/features/pages/components/page-blocks';
import { SignedInOnly } from '@/features/session/components/signed-in-only';
import { blockViews } from '../blocks/block-views';
import styles from './admin-page-preview.module.css';

const route = getRouteApi('/admin/pages/$page/preview');

/** A version of a page as visitors would see it, with everything live. */
export function AdminPagePreviewPage() {
  const { t } = useTranslation();
  const { page } = route.useParams();
  const { version } = route.useSearch();
  return (
    <Page title={t('pages.preview', { page })} untitled>
      <SignedInOnly roles={['admin']}>
        <p className={styles.note} role="status">
          {version ? t('pages.previewOf', { number: version }) : t('pages.previewDraft')}{' '}
          <Link to="/admin/pages/$page" params={{ page }}>
            {t('pages.back')}
          </Link>
        </p>
        {version ? <Version page={page} number={version} /> : <Newest page={page} />}
      </SignedInOnly>
    </Page>
  );
}

function Version({ page, number }: { page: string; number: number }) {
  const content = useQuery(getVersion(page, number));
  if (content.isPending) return <Skeleton height="40rem" />;
  if (content.isError) return <ErrorNotice error={content.error} retry={() => void content.refetch()} />;
  return <PageBlocks content={content.data} views={blockViews} />;
}

function Newest({ page }: { page: string }) {
  const draft = useQuery(getDraft(page));
  if (draft.isPending) return <Skeleton height="40rem" />;
  if (draft.isError) return <ErrorNotice error={draft.error} retry={() => void draft.refetch()} />;
  return <PageBlocks content={draft.data.content} views={blockViews} />;
}
