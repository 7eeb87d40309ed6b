import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/layout/page';
import { services } from '@/config/paths';
import { getSaga } from '@/features/flow/api/get-saga';
import { useFlow } from '@/features/flow/use-flow';
import { useNumbers } from '@/features/flow/use-numbers';
import { getQueue } from '@/features/moderation/api/get-queue';
import { SignedInOnly } from '@/features/session/components/signed-in-only';
import { adminPages } from '../admin-pages';
import styles from './admin.module.css';

export function AdminPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('admin.pages.overview.title')} lead={t('admin.pages.overview.lead')}>
      <SignedInOnly roles={['admin']}>
        <Numbers />
        <h2 className={styles.where}>{t('admin.where')}</h2>
        <ul className={styles.pages}>
          {adminPages
            .filter(({ key }) => key !== 'overview')
            .map(({ to, key }) => (
              <li key={to}>
                <Link to={to}>
                  <strong>{t(`admin.pages.${key}.title`)}</strong>
                  <span>{t(`admin.pages.${key}.lead`)}</span>
                </Link>
              </li>
            ))}
          <li>
            <Link to="/moderation">
              <strong>{t('moderation.title')}</strong>
              <span>{t('moderation.lead')}</span>
            </Link>
          </li>
        </ul>
      </SignedInOnly>
    </Page>
  );
}

/** What waits for somebody, and whether everything runs. */
function Numbers() {
  const { t } = useTranslation();
  const { count, rate } = useNumbers();
  const flow = useFlow();
  const saga = useQuery(getSaga()).data;
  const moderation = useQuery(getQueue()).data;
  const { stops } = flow.map;
  const answered = services.length - flow.silent.length;
  const parked = sum(stops.map(({ measured }) => measured?.flow.parked ?? 0));
  const queued = sum(stops.map(({ work }) => work?.waiting ?? 0));
  const ready = !flow.isPending;
  const tiles: { key: string; to: '/admin/flow' | '/admin/parked' | '/moderation'; value: string; bad?: boolean }[] = [
    { key: 'services', to: '/admin/flow', value: ready ? `${answered} / ${services.length}` : '…', bad: ready && answered < services.length },
    { key: 'rate', to: '/admin/flow', value: rate(sum(stops.map((stop) => stop.rate))) },
    { key: 'queued', to: '/admin/flow', value: ready ? count(queued) : '…' },
    { key: 'parked', to: '/admin/parked', value: ready ? count(parked) : '…', bad: parked > 0 },
    { key: 'stuck', to: '/admin/flow', value: saga ? count(saga.stuck) : '…', bad: (saga?.stuck ?? 0) > 0 },
    { key: 'underWay', to: '/admin/flow', value: saga ? count(sum(saga.steps.map((step) => step.count))) : '…' },
    { key: 'moderation', to: '/moderation', value: moderation ? (moderation.length >= 50 ? '50+' : count(moderation.length)) : '…' },
  ];
  return (
    <ul className={styles.tiles}>
      {tiles.map(({ key, to, value, bad }) => (
        <li key={key}>
          <Link to={to} data-bad={bad || undefined}>
            <strong>{value}</strong>
            <span>{t(`admin.tile.${key}`)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
