import { lazy, Suspense, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { useFlow } from '../use-flow';
import { FlowTable } from './flow-table';
import styles from './flow-board.module.css';

const FlowPicture = lazy(() => import('./flow-picture').then(({ FlowPicture: Picture }) => ({ default: Picture })));

/** A picture of it would be too small to read on a phone. */
const WIDE = '(min-width: 56rem)';

const isWide = () => matchMedia(WIDE).matches;

const watchWidth = (changed: () => void) => {
  const query = matchMedia(WIDE);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
};

export function FlowBoard() {
  const { t } = useTranslation();
  const { map, isPending, silent, error, retry } = useFlow();
  const wide = useSyncExternalStore(watchWidth, isWide);
  if (error) return <ErrorNotice error={error} retry={retry} />;
  if (isPending) return <Skeleton height={wide ? '70vh' : '24rem'} />;
  return (
    <div className={styles.board}>
      <p role="status" className={silent.length > 0 ? styles.bad : styles.good}>
        {silent.length > 0 ? t('flow.someSilent', { services: silent.join(', ') }) : t('flow.allAnswer')}
      </p>
      {wide ? (
        <Suspense fallback={<Skeleton height="70vh" />}>
          <FlowPicture map={map} />
        </Suspense>
      ) : null}
      <FlowTable map={map} />
    </div>
  );
}
