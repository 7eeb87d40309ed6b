import { useTranslation } from 'react-i18next';
import { Page } from '@/components/layout/page';
import { SignedInOnly } from '@/features/session/components/signed-in-only';

export function AdminPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('admin.pages.overview.title')} lead={t('admin.pages.overview.lead')}>
      <SignedInOnly roles={['admin']}>
        <p />
      </SignedInOnly>
    </Page>
  );
}
