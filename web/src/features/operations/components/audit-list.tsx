import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { ErrorNotice, Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { formatTime } from '@/lib/format';
import { getAudit } from '../api/get-audit';
import { auditLog, silentServices } from '../audit-log';
import styles from './audit-list.module.css';

/** What people did by hand in all services, newest first. */
export function AuditList() {
  const { t, i18n } = useTranslation();
  const log = useInfiniteQuery(getAudit());
  if (log.isPending) return <Skeleton height="24rem" />;
  if (log.isError) return <ErrorNotice error={log.error} retry={() => void log.refetch()} />;
  const pages = log.data.pages.flat();
  const silent = silentServices(pages);
  const actions = auditLog(pages);
  return (
    <div className={styles.log}>
      {silent.length > 0 ? <p className={styles.bad}>{t('audit.silent', { services: silent.join(', ') })}</p> : null}
      {actions.length === 0 ? (
        <Notice title={t('audit.none.title')}>
          <p>{t('audit.none.text')}</p>
        </Notice>
      ) : (
        <DataTable caption={t('audit.caption')}>
          <thead>
            <tr>
              {['at', 'who', 'what', 'subject', 'reason', 'service'].map((key) => (
                <th key={key} scope="col">
                  {t(`audit.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {actions.map((action) => (
              <tr key={`${action.service} ${action.id}`}>
                <td className={styles.time}>
                  <time dateTime={action.at}>{formatTime(action.at, i18n.language)}</time>
                </td>
                <th scope="row">{action.who}</th>
                <td>
                  {t(`audit.action.${action.action}`, action.action)}
                  <span className={styles.note}>{action.note}</span>
                </td>
                <td>
                  {t(`audit.kind.${action.kind}`, action.kind)} <code className={styles.id}>{action.subject}</code>
                </td>
                <td>{action.reason ?? '–'}</td>
                <td>{action.service}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
      {log.hasNextPage ? (
        <Button onPress={() => void log.fetchNextPage()} isPending={log.isFetchingNextPage}>
          {t('more')}
        </Button>
      ) : null}
    </div>
  );
}
