import { useTranslation } from 'react-i18next';
import { Page } from '@/components/layout/page';
import { ModerationDesk } from '@/features/moderation/components/moderation-desk';
import { SignedInOnly } from '@/features/session/components/signed-in-only';

export function ModerationPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('moderation.title')} lead={t('moderation.lead')}>
      <SignedInOnly roles={['moderator', 'admin']}>
        <ModerationDesk />
      </SignedInOnly>
    </Page>
  );
}
