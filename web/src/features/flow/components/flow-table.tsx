import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DataTable } from '@/components/ui/data-table';
import { shortTopic, type FlowMap } from '../flow-map';
import { useNumbers } from '../use-numbers';
import styles from './flow-board.module.css';

/** The same as the picture, to be read. */
export function FlowTable({ map }: { map: FlowMap }) {
  const { t } = useTranslation();
  const { count, rate, seconds } = useNumbers();
  return (
    <>
      <DataTable caption={t('flow.services')}>
        <thead>
          <tr>
            {['service', 'rateName', 'waiting', 'inFlight', 'slowest', 'busy', 'outbox', 'oldest', 'dead', 'parked'].map((key) => (
              <th key={key} scope="col">
                {t(`flow.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {map.stops.map(({ service, measured, work, dead, rate: all, slowest, busy }) => (
            <tr key={service} data-bad={!measured || undefined}>
              <th scope="row">{service}</th>
              {measured ? (
                <>
                  <td>{rate(all)}</td>
                  <td>{count(work?.waiting)}</td>
                  <td>{count(work?.inFlight)}</td>
                  <td>{seconds(slowest)}</td>
                  <td>{seconds(busy)}</td>
                  <td>{count(measured.flow.outbox.pending)}</td>
                  <td>{seconds(measured.flow.outbox.oldestAgeSeconds)}</td>
                  <td data-bad={(dead ?? 0) > 0 || undefined}>{count(dead)}</td>
                  <td data-bad={measured.flow.parked > 0 || undefined}>
                    {measured.flow.parked > 0 ? (
                      <Link to="/admin/parked" search={{ service }}>
                        {count(measured.flow.parked)}
                      </Link>
                    ) : (
                      count(0)
                    )}
                  </td>
                </>
              ) : (
                <td colSpan={9}>{t('flow.silent')}</td>
              )}
            </tr>
          ))}
        </tbody>
      </DataTable>
      <p className={styles.note}>{t('flow.ages')}</p>
      <DataTable caption={t('flow.ways')}>
        <thead>
          <tr>
            {['topic', 'hears', 'rateName', 'types'].map((key) => (
              <th key={key} scope="col">
                {t(`flow.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {map.ways.map(({ id, topic, to, rate: perSecond, types }) => (
            <tr key={id}>
              <th scope="row">{shortTopic(topic)}</th>
              <td>{to}</td>
              <td>{rate(perSecond)}</td>
              <td>{types.join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </>
  );
}
