import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/layout/page';
import { buttonClass } from '@/components/ui/button';
import { ErrorNotice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { getPublication } from '@/features/publication/api/get-publication';
import { ReasonList } from '@/features/publication/components/reason-list';
import { Timeline } from '@/features/publication/components/timeline';
import { useLiveSteps } from '@/features/publication/use-live-steps';
import { useSession } from '@/features/session/use-session';
import { ResubmitButton } from '@/features/upload/components/resubmit-button';
import { useUploads } from '@/features/upload/use-uploads';
import { SignedInOnly } from '@/features/session/components/signed-in-only';
import styles from './upload.module.css';

export function UploadPage() {
  const { t } = useTranslation();
  const { photoId } = getRouteApi('/uploads/$photoId').useParams();
  return (
    <Page title={t('timeline.title')} lead={t('timeline.lead')}>
      <SignedInOnly roles={['photographer', 'moderator', 'admin']}>
        <Followed photoId={photoId} />
      </SignedInOnly>
    </Page>
  );
}

function Followed({ photoId }: { photoId: string }) {
  const { t } = useTranslation();
  const { has } = useSession();
  const navigate = useNavigate();
  const { engine } = useUploads();
  const live = useLiveSteps();
  const publication = useQuery(getPublication(photoId, live));
  if (publication.isPending) return <Skeleton height="24rem" />;
  if (publication.isError) return <ErrorNotice error={publication.error} retry={() => void publication.refetch()} />;
  const { title, fileName, state, reasons } = publication.data;
  return (
    <div className={styles.followed}>
      <header className={styles.head}>
        <h2>{title || fileName}</h2>
        <p role="status">{t(`saga.${state}`)}</p>
        {state === 'PUBLISHED' ? (
          <Link to="/photos/$photoId" params={{ photoId }} className={buttonClass('primary', 'small')}>
            {t('timeline.look')}
          </Link>
        ) : null}
      </header>
      {reasons.length > 0 ? <ReasonList reasons={reasons} /> : null}
      {has('photographer') && (state === 'REJECTED' || state === 'FAILED') ? (
        <p>
          <ResubmitButton
            title={title || fileName}
            onFile={(file) => {
              engine.resubmit(file, title || fileName);
              void navigate({ to: '/uploads' });
            }}
          />
        </p>
      ) : null}
      <Timeline publication={publication.data} />
    </div>
  );
}
