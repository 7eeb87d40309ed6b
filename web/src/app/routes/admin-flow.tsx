import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/layout/page';
import { ErrorNotice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { FlowBoard } from '@/features/flow/components/flow-board';
import { PhotoSearch } from '@/features/flow/components/photo-search';
import { SagaPanel } from '@/features/flow/components/saga-panel';
import { getPublication } from '@/features/publication/api/get-publication';
import { Timeline } from '@/features/publication/components/timeline';
import { SignedInOnly } from '@/features/session/components/signed-in-only';
import styles from './admin-flow.module.css';

const route = getRouteApi('/admin/flow');

export function AdminFlowPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('admin.pages.flow.title')} lead={t('admin.pages.flow.lead')}>
      <SignedInOnly roles={['admin']}>
        <Flow />
      </SignedInOnly>
    </Page>
  );
}

function Flow() {
  const { t } = useTranslation();
  const { photo } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <div className={styles.flow}>
      <FlowBoard />
      <SagaPanel />
      <section className={styles.photo} aria-labelledby="photo">
        <h2 id="photo">{t('flow.photo.title')}</h2>
        <PhotoSearch key={photo} photo={photo ?? ''} onSearch={(found) => void navigate({ search: { photo: found }, hash: 'photo' })} />
        {photo ? <Way photo={photo} /> : null}
      </section>
    </div>
  );
}

function Way({ photo }: { photo: string }) {
  const { t } = useTranslation();
  const publication = useQuery(getPublication(photo, false));
  if (publication.isPending) return <Skeleton height="16rem" />;
  if (publication.isError) return <ErrorNotice error={publication.error} retry={() => void publication.refetch()} />;
  const { title, fileName, contributorId, state } = publication.data;
  return (
    <>
      <h3>{title || fileName}</h3>
      <p role="status">{t('flow.photo.facts', { state: t(`saga.${state}`), by: contributorId })}</p>
      <Timeline publication={publication.data} />
    </>
  );
}
