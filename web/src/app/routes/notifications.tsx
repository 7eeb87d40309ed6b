import { useTranslation } from 'react-i18next';
import { Page } from '@/components/layout/page';
import { Inbox } from '@/features/notifications/components/inbox';
import { SignedInOnly } from '@/features/session/components/signed-in-only';

export function NotificationsPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('notifications.title')}>
      <SignedInOnly roles={['buyer', 'photographer', 'moderator', 'admin']}>
        <Inbox />
      </SignedInOnly>
    </Page>
  );
}
