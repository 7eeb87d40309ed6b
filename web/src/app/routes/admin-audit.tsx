import { useTranslation } from 'react-i18next';
import { Page } from '@/components/layout/page';
import { SignedInOnly } from '@/features/session/components/signed-in-only';

export function AdminAuditPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('admin.pages.audit.title')} lead={t('admin.pages.audit.lead')}>
      <SignedInOnly roles={['admin']}>
        <p />
      </SignedInOnly>
    </Page>
  );
}
