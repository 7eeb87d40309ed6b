import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '@/components/ui/button';
import { ErrorNotice, Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { formatMoney } from '@/lib/money';
import { getEarned, type Earned } from '../api/get-sales';
import { lastMonths } from '../months';
import { SaleList } from './sale-list';
import styles from './sales.module.css';

/** What a photographer has sold so far. Who bought it is nobody's business. */
export function SalesOverview() {
  const { t } = useTranslation();
  const earned = useQuery(getEarned());
  if (earned.isPending) return <Skeleton height="24rem" />;
  if (earned.isError) return <ErrorNotice error={earned.error} retry={() => void earned.refetch()} />;
  if (earned.data.length === 0)
    return (
      <Notice
        title={t('sales.none.title')}
        action={
          <Link to="/uploads" className={buttonClass('primary')}>
            {t('sales.none.go')}
          </Link>
        }
      >
        <p>{t('sales.none.text')}</p>
      </Notice>
    );
  return (
    <div className={styles.overview}>
      {earned.data.map((sum) => (
        <Currency key={sum.total.currency} sum={sum} />
      ))}
      <SaleList />
    </div>
  );
}

/** Money of one currency: all of it, and month by month as bars that are a table to who cannot see them. */
function Currency({ sum }: { sum: Earned }) {
  const { t, i18n } = useTranslation();
  const months = lastMonths(sum.months, sum.total.currency);
  const most = Math.max(1, ...months.map(({ earned }) => earned.amount));
  const name = (month: string, style: 'short' | 'long') =>
    new Intl.DateTimeFormat(i18n.language, {
      month: style,
      ...(style === 'long' ? { year: 'numeric' } : {}),
      timeZone: 'UTC',
    }).format(new Date(`${month}-01T00:00:00Z`));
  return (
    <section className={styles.currency} aria-label={t('sales.in', { currency: sum.total.currency })}>
      <p className={styles.total}>
        <strong>{formatMoney(sum.total, i18n.language)}</strong>
        <span>{t('sales.from', { count: sum.orders })}</span>
      </p>
      <table className={styles.chart}>
        <caption className="visually-hidden">{t('sales.byMonth')}</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t('sales.month')}</th>
            <th scope="col">{t('sales.earned')}</th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, earned }) => (
            <tr key={month}>
              <th scope="row">
                <abbr title={name(month, 'long')}>{name(month, 'short')}</abbr>
              </th>
              <td>
                <span className={styles.bar} style={{ height: `${(earned.amount / most) * 100}%` }} aria-hidden="true" />
                <span className={styles.value}>{formatMoney(earned, i18n.language)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
