import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/layout/page';
import { Button } from '@/components/ui/button';
import { ErrorNotice } from '@/components/ui/notice';
import { myPublications } from '@/features/publication/api/my-publications';
import { ReasonList } from '@/features/publication/components/reason-list';
import { useLiveSteps } from '@/features/publication/use-live-steps';
import { SignedInOnly } from '@/features/session/components/signed-in-only';
import { ResubmitButton } from '@/features/upload/components/resubmit-button';
import { Uploader } from '@/features/upload/components/uploader';
import { useUploads } from '@/features/upload/use-uploads';
import { formatTime } from '@/lib/format';
import styles from './uploads.module.css';

export function UploadsPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('upload.page')} lead={t('upload.lead')}>
      <SignedInOnly roles={['photographer']}>
        <Uploads />
      </SignedInOnly>
    </Page>
  );
}

function Uploads() {
  const { t, i18n } = useTranslation();
  const uploads = useUploads();
  const { engine } = uploads;
  const following = uploads.files.some(({ stage }) => stage === 'publishing' || stage === 'completing');
  const live = useLiveSteps();
  const mine = useInfiniteQuery(myPublications(following, live));
  const publications = mine.data?.pages.flatMap((page) => page.data);

  useEffect(() => {
    publications?.forEach(({ photoId, state, reasons }) => engine.follow(photoId, state, reasons));
  }, [engine, publications]);

  return (
    <>
      <Uploader {...uploads} />
      <section aria-labelledby="mine" className={styles.mine}>
        <h2 id="mine">{t('upload.mine')}</h2>
        {mine.isError ? <ErrorNotice error={mine.error} retry={() => void mine.refetch()} /> : null}
        {publications?.length === 0 ? <p>{t('upload.none')}</p> : null}
        <ul className={styles.list}>
          {publications?.map(({ photoId, title, fileName, state, uploadedAt, reasons }) => (
            <li key={photoId} className={styles.row} data-state={state}>
              <Link to="/uploads/$photoId" params={{ photoId }} className={styles.title}>
                {title || fileName}
              </Link>
              <span className={styles.state}>{t(`saga.${state}`)}</span>
              <time dateTime={uploadedAt}>{formatTime(uploadedAt, i18n.language)}</time>
              {reasons.length > 0 ? <ReasonList reasons={reasons} /> : null}
              {state === 'REJECTED' || state === 'FAILED' ? (
                <ResubmitButton
                  title={title || fileName}
                  onFile={(file) => {
                    engine.resubmit(file, title || fileName);
                    // What was chosen stands at the top, ready to be sent.
                    document.getElementById('main')?.scrollIntoView({ behavior: 'smooth' });
                  }}
                />
              ) : null}
            </li>
          ))}
        </ul>
        {mine.hasNextPage ? (
          <Button onPress={() => void mine.fetchNextPage()} isPending={mine.isFetchingNextPage}>
            {t('more')}
          </Button>
        ) : null}
      </section>
    </>
  );
}
