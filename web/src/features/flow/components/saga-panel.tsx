import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { ErrorNotice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { formatTime } from '@/lib/format';
import { getSaga, getStuck, retryPublication } from '../api/get-saga';
import { useNumbers } from '../use-numbers';
import styles from './saga-panel.module.css';

/** Where all photos are that are under way, and how it ended for others. */
export function SagaPanel() {
  const { t } = useTranslation();
  const { count, seconds } = useNumbers();
  const saga = useQuery(getSaga());
  if (saga.isPending) return <Skeleton height="14rem" />;
  if (saga.isError) return <ErrorNotice error={saga.error} retry={() => void saga.refetch()} />;
  const { steps, endings, stuck, overdue } = saga.data;
  const most = Math.max(1, ...steps.map((step) => step.count));
  return (
    <section className={styles.panel} aria-labelledby="saga">
      <h2 id="saga">{t('flow.saga.title')}</h2>
      <ul className={styles.bars}>
        {steps.map((step) => (
          <li key={step.state}>
            <span>{t(`saga.${step.state}`)}</span>
            <meter min={0} max={most} value={step.count} aria-label={t(`saga.${step.state}`)} />
            <strong>{count(step.count)}</strong>
          </li>
        ))}
      </ul>
      <p className={styles.ends}>
        {endings.map(({ state, count: ended, meanSeconds }) => (
          <span key={state}>
            {t('flow.saga.ended', { state: t(`saga.${state}`), count: ended, number: count(ended), mean: seconds(meanSeconds) })}
          </span>
        ))}
      </p>
      {overdue > 0 ? <p className={styles.bad}>{t('flow.saga.overdue', { count: overdue })}</p> : null}
      {stuck > 0 ? <p className={styles.bad}>{t('flow.saga.stuck', { count: stuck })}</p> : null}
      <StuckList />
    </section>
  );
}

function StuckList() {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const stuck = useQuery(getStuck());
  const retry = useMutation({
    mutationFn: retryPublication,
    onSettled: () => queries.invalidateQueries({ queryKey: ['ops'] }),
  });
  if (!stuck.data || stuck.data.length === 0) return null;
  return (
    <>
      <h3>{t('flow.stuck.title')}</h3>
      {retry.error ? <ErrorNotice error={retry.error} /> : null}
      <ul className={styles.stuck}>
        {stuck.data.map(({ photoId, title, fileName, state, since }) => (
          <li key={photoId}>
            <Link to="/admin/flow" search={{ photo: photoId }} hash="photo">
              {title || fileName}
            </Link>
            <span>{t('flow.stuck.since', { state: t(`saga.${state}`), time: formatTime(since, i18n.language) })}</span>
            <Button size="small" isPending={retry.isPending && retry.variables === photoId} onPress={() => retry.mutate(photoId)}>
              {t('flow.stuck.retry')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
