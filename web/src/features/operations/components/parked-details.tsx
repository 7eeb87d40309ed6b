import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import type { ServiceName } from '@/config/paths';
import { formatTime } from '@/lib/format';
import type { Action } from '../api/decide-parked';
import { getHistory, getParkedMessage } from '../api/get-parked';
import { pretty } from '../pretty';
import { useDecisionKeys } from '../use-decision-keys';
import { DecisionButtons } from './decision-buttons';
import { DecisionDialog } from './decision-dialog';
import styles from './parked-desk.module.css';

/** One message: why it waits, what it says, what was decided, and what may be done. */
export function ParkedDetails({ service, id }: { service: ServiceName; id: string }) {
  const { t, i18n } = useTranslation();
  const found = useQuery(getParkedMessage(service, id));
  const [deciding, setDeciding] = useState<Action>();
  const waits = found.data?.message.state === 'parked';

  useDecisionKeys(waits && deciding === undefined, setDeciding);

  if (found.isPending) return <Skeleton height="28rem" />;
  if (found.isError) return <ErrorNotice error={found.error} retry={() => void found.refetch()} />;
  const { message, body, aftermath } = found.data;
  const when = (iso: string) => formatTime(iso, i18n.language);
  const facts: [name: string, value: string | undefined][] = [
    ['service', service],
    ['about', message.aggregateId],
    ['foundIn', message.foundIn],
    ['firstSeen', when(message.firstSeen)],
    ['lastSeen', when(message.lastSeen)],
    ['times', String(message.times)],
    ['version', message.serviceVersion],
    ['cause', message.stackHash],
    ['messageId', message.messageId],
  ];
  return (
    <article className={styles.details} aria-labelledby="message">
      <h2 id="message">{message.type ?? t('parked.unreadable')}</h2>
      <p className={styles.why}>{message.reason}</p>
      {waits ? (
        <DecisionButtons onDecide={setDeciding} />
      ) : (
        <p role="status" className={styles.decided}>
          {t(`parked.state.${message.state}`)} {aftermath ? `${aftermath.note} (${when(aftermath.handledAt)})` : null}
        </p>
      )}
      <dl className={styles.facts}>
        {facts.map(([name, value]) =>
          value ? (
            <div key={name}>
              <dt>{t(`parked.fact.${name}`)}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      <h3 id="body">{t('parked.body')}</h3>
      <div className={styles.body} role="region" aria-labelledby="body" tabIndex={0}>
        <pre>{pretty(body)}</pre>
      </div>
      <History service={service} id={id} />
      {deciding ? (
        <DecisionDialog messages={[{ ...message, service }]} action={deciding} onClose={() => setDeciding(undefined)} />
      ) : null}
    </article>
  );
}

function History({ service, id }: { service: ServiceName; id: string }) {
  const { t, i18n } = useTranslation();
  const history = useQuery(getHistory(service, id));
  if (!history.data || history.data.length === 0) return null;
  return (
    <>
      <h3>{t('parked.history')}</h3>
      <ol className={styles.history}>
        {history.data.map((decision) => (
          <li key={decision.number}>
            <p>
              <strong>{t(`parked.did.${decision.action}`)}</strong> {decision.who} ·{' '}
              <time dateTime={decision.at}>{formatTime(decision.at, i18n.language)}</time>
            </p>
            <p>
              “{decision.reason}”{decision.ticket ? ` (${decision.ticket})` : null}
            </p>
            <p className={styles.small}>{decision.note}</p>
          </li>
        ))}
      </ol>
    </>
  );
}
