import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BellIcon } from '@/components/ui/icons';
import { getNotifications } from '../api/get-notifications';
import { useLiveNotifications } from '../use-live-notifications';
import styles from './notifications.module.css';

export function NotificationBell() {
  const { t } = useTranslation();
  useLiveNotifications();
  const { data } = useInfiniteQuery(getNotifications());
  const unread = data?.pages[0]?.unread_count ?? 0;
  return (
    <Link to="/notifications" className={styles.bell} aria-label={t('notifications.bell', { count: unread })}>
      <BellIcon />
      {unread > 0 ? <span className={styles.badge}>{unread > 99 ? '99+' : unread}</span> : null}
    </Link>
  );
}
