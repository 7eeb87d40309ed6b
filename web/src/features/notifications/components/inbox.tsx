import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { ErrorNotice, Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { formatTime } from '@/lib/format';
import { getNotifications, type Notification } from '../api/get-notifications';
import { markAllRead, markRead } from '../api/mark-read';
import styles from './notifications.module.css';

export function Inbox() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const inbox = useInfiniteQuery(getNotifications());
  const refresh = () => queries.invalidateQueries({ queryKey: ['notification'] });
  const readAll = useMutation({ mutationFn: markAllRead, onSuccess: refresh });
  const read = useMutation({ mutationFn: markRead, onSuccess: refresh });

  if (inbox.isPending) return <Skeleton height="20rem" />;
  if (inbox.isError) return <ErrorNotice error={inbox.error} retry={() => void inbox.refetch()} />;
  const all = inbox.data.pages.flatMap((page) => page.data);
  if (all.length === 0)
    return (
      <Notice title={t('notifications.none.title')}>
        <p>{t('notifications.none.text')}</p>
      </Notice>
    );
  return (
    <>
      <p className={styles.all}>
        <Button size="small" onPress={() => readAll.mutate()} isDisabled={inbox.data.pages[0]?.unread_count === 0}>
          {t('notifications.readAll')}
        </Button>
      </p>
      <ul className={styles.list}>
        {all.map((entry) => (
          <Entry key={entry.id} entry={entry} onOpen={() => read.mutate(entry.id)} />
        ))}
      </ul>
      {inbox.hasNextPage ? (
        <Button onPress={() => void inbox.fetchNextPage()} isPending={inbox.isFetchingNextPage}>
          {t('more')}
        </Button>
      ) : null}
    </>
  );
}

function Entry({ entry, onOpen }: { entry: Notification; onOpen: () => void }) {
  const { i18n } = useTranslation();
  const navigate = useNavigate();
  return (
    <li className={styles.entry} data-unread={entry.unread || undefined}>
      <a
        href={entry.path}
        className={styles.link}
        onClick={(event) => {
          onOpen();
          if (event.metaKey || event.ctrlKey) return;
          event.preventDefault();
          void navigate({ href: entry.path });
        }}
      >
        <strong>{entry.title}</strong>
        <span>{entry.text}</span>
        <time dateTime={entry.time}>{formatTime(entry.time, i18n.language)}</time>
      </a>
    </li>
  );
}
