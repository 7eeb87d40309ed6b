import { useTranslation } from 'react-i18next';
import { Page } from '@/components/layout/page';
import { SignedInOnly } from '@/features/session/components/signed-in-only';

export function AdminRolesPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('admin.pages.roles.title')} lead={t('admin.pages.roles.lead')}>
      <SignedInOnly roles={['admin']}>
        <p />
      </SignedInOnly>
    </Page>
  );
}
