import { useTranslation } from 'react-i18next';
import { Page } from '@/components/layout/page';
import { SignedInOnly } from '@/features/session/components/signed-in-only';

export function AdminParkedPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('admin.pages.parked.title')} lead={t('admin.pages.parked.lead')}>
      <SignedInOnly roles={['admin']}>
        <p />
      </SignedInOnly>
    </Page>
  );
}
