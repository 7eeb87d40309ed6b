import { useQueries } from '@tanstack/react-query';
import { ListBox, ListBoxItem, Text } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { ErrorNotice, Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { services, type ServiceName } from '@/config/paths';
import { formatTime } from '@/lib/format';
import { Unreachable } from '@/lib/problem';
import { hasFailed, isFirst } from '@/lib/query-state';
import { getParked, type Parked } from '../api/get-parked';
import { ParkedDetails } from './parked-details';
import styles from './parked-desk.module.css';

interface Chosen {
  service: ServiceName;
  id: string;
}

interface ParkedDeskProps {
  /** Only of this service, if it is named. */
  service: ServiceName | undefined;
  id: string | undefined;
  onChoose: (chosen: Chosen | undefined) => void;
}

type Waiting = Parked & { service: ServiceName };

const NOBODY = new Unreachable('No service answers.');

/** What waits in all services, and the one that somebody looks at. */
export function ParkedDesk({ service: only, id, onChoose }: ParkedDeskProps) {
  const { t } = useTranslation();
  const { waiting, silent, more, isPending, error, retry } = useQueries({
    queries: services.map((service) => getParked(service)),
    combine: (results) => ({
      waiting: results
        .flatMap(({ data }, index) => (data?.data ?? []).map((message): Waiting => ({ ...message, service: services[index]! })))
        .sort((one, other) => one.firstSeen.localeCompare(other.firstSeen)),
      silent: services.filter((_, index) => hasFailed(results[index]!)),
      more: services.filter((_, index) => results[index]!.data?.next_cursor),
      isPending: results.some(isFirst),
      error: results.every(hasFailed) ? (results.find((result) => result.error)?.error ?? NOBODY) : undefined,
      retry: () => results.forEach(({ refetch }) => void refetch()),
    }),
  });

  if (error) return <ErrorNotice error={error} retry={retry} />;
  if (isPending) return <Skeleton height="24rem" />;
  const chosen = only && id ? { service: only, id } : undefined;
  if (waiting.length === 0 && !chosen)
    return (
      <>
        <Silent services={silent} />
        <Notice tone="good" title={t('parked.none.title')}>
          <p>{t('parked.none.text')}</p>
        </Notice>
      </>
    );
  return (
    <>
      <Silent services={silent} />
      <div className={styles.desk}>
        <section className={styles.list} aria-labelledby="waiting">
          <h2 id="waiting">{t('parked.count', { count: waiting.length })}</h2>
          {more.length > 0 ? <p className={styles.small}>{t('parked.more', { services: more.join(', ') })}</p> : null}
          <ListBox
            aria-labelledby="waiting"
            className={styles.messages!}
            items={waiting.map((message) => ({ ...message, key: keyOf(message) }))}
            selectionMode="single"
            selectionBehavior="replace"
            selectedKeys={chosen ? [keyOf(chosen)] : []}
            onSelectionChange={(keys) => {
              const found = waiting.find((message) => new Set(keys).has(keyOf(message)));
              if (found) onChoose({ service: found.service, id: found.id });
            }}
          >
            {(message) => <Message key={message.key} message={message} />}
          </ListBox>
        </section>
        {chosen ? (
          <ParkedDetails key={keyOf(chosen)} {...chosen} />
        ) : (
          <p className={styles.hint}>{t('parked.choose')}</p>
        )}
      </div>
    </>
  );
}

const keyOf = ({ service, id }: Chosen) => `${service}/${id}`;

function Message({ message }: { message: Waiting }) {
  const { t, i18n } = useTranslation();
  const type = message.type ?? t('parked.unreadable');
  return (
    <ListBoxItem id={keyOf(message)} textValue={`${message.service} ${type}`} className={styles.message!}>
      <Text slot="label">
        <strong>{type}</strong> <span className={styles.service}>{message.service}</span>
      </Text>
      <Text slot="description" className={styles.reason}>
        {message.reason}
      </Text>
      <span className={styles.small}>
        {t('parked.seen', { count: message.times, time: formatTime(message.lastSeen, i18n.language) })}
      </span>
    </ListBoxItem>
  );
}

function Silent({ services: silent }: { services: readonly string[] }) {
  const { t } = useTranslation();
  return silent.length > 0 ? <p className={styles.bad}>{t('parked.silent', { services: silent.join(', ') })}</p> : null;
}
