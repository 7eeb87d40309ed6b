import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { Checkbox, GridList, GridListItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { CheckIcon } from '@/components/ui/icons';
import { ErrorNotice, Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { services, type ServiceName } from '@/config/paths';
import { formatTime } from '@/lib/format';
import { Unreachable } from '@/lib/problem';
import { hasFailed, isFirst } from '@/lib/query-state';
import type { Action } from '../api/decide-parked';
import { getParked, type Waiting } from '../api/get-parked';
import { ParkedDetails } from './parked-details';
import { ParkedSeveral } from './parked-several';
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

const NOBODY = new Unreachable('No service answers.');

/** What waits in all services, and the one that somebody looks at. */
export function ParkedDesk({ service: only, id, onChoose }: ParkedDeskProps) {
  const { t } = useTranslation();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState<{ action: Action; count: number }>();
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
  // What others have decided meanwhile is out of it.
  const several = waiting.filter((message) => ticked.has(keyOf(message)));
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
          {waiting.length > 1 ? (
            <p className={styles.small}>
              {t('parked.several.hint')}{' '}
              <Button size="small" look="plain" onPress={() => setTicked(new Set(waiting.map(keyOf)))}>
                {t('parked.several.all', { count: waiting.length })}
              </Button>
            </p>
          ) : null}
          <GridList
            aria-labelledby="waiting"
            className={styles.messages!}
            items={waiting.map((message) => ({ ...message, key: keyOf(message) }))}
            dependencies={[id]}
            selectionMode="multiple"
            selectedKeys={ticked}
            onSelectionChange={(keys) => setTicked(new Set(keys === 'all' ? waiting.map(keyOf) : [...keys].map(String)))}
            onAction={(key) => {
              const found = waiting.find((message) => keyOf(message) === key);
              if (found) onChoose({ service: found.service, id: found.id });
            }}
          >
            {(message) => <Message key={message.key} message={message} isOpen={chosen !== undefined && keyOf(chosen) === message.key} />}
          </GridList>
        </section>
        {several.length > 0 ? (
          <ParkedSeveral
            messages={several}
            onNone={() => setTicked(new Set())}
            onDone={(action, count) => {
              setDone({ action, count });
              setTicked(new Set());
            }}
          />
        ) : chosen ? (
          <ParkedDetails key={keyOf(chosen)} {...chosen} />
        ) : (
          <div className={styles.details}>
            <p role="status" className={styles.decided}>
              {done ? t(`parked.${done.action}.didAll`, { count: done.count }) : null}
            </p>
            <p className={styles.hint}>{t('parked.choose')}</p>
          </div>
        )}
      </div>
    </>
  );
}

const keyOf = ({ service, id }: Chosen) => `${service}/${id}`;

function Message({ message, isOpen }: { message: Waiting; isOpen: boolean }) {
  const { t, i18n } = useTranslation();
  const type = message.type ?? t('parked.unreadable');
  return (
    <GridListItem
      id={keyOf(message)}
      textValue={`${type} ${message.service}`}
      className={styles.message!}
      {...(isOpen ? { 'data-open': true } : {})}
    >
      <Checkbox slot="selection" className={styles.tick!}>
        <CheckIcon />
      </Checkbox>
      <div className={styles.words}>
        <span>
          <strong>{type}</strong> <span className={styles.service}>{message.service}</span>
        </span>
        <span className={styles.reason}>{message.reason}</span>
        <span className={styles.small}>
          {t('parked.seen', { count: message.times, time: formatTime(message.lastSeen, i18n.language) })}
        </span>
      </div>
    </GridListItem>
  );
}

function Silent({ services: silent }: { services: readonly string[] }) {
  const { t } = useTranslation();
  return silent.length > 0 ? <p className={styles.bad}>{t('parked.silent', { services: silent.join(', ') })}</p> : null;
}
