import { useTranslation } from 'react-i18next';
import { Page } from '@/components/layout/page';
import { AuditList } from '@/features/operations/components/audit-list';
import { SignedInOnly } from '@/features/session/components/signed-in-only';

export function AdminAuditPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('admin.pages.audit.title')} lead={t('admin.pages.audit.lead')}>
      <SignedInOnly roles={['admin']}>
        <AuditList />
      </SignedInOnly>
    </Page>
  );
}
