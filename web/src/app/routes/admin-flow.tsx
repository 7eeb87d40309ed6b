import { useTranslation } from 'react-i18next';
import { Page } from '@/components/layout/page';
import { SignedInOnly } from '@/features/session/components/signed-in-only';

export function AdminFlowPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('admin.pages.flow.title')} lead={t('admin.pages.flow.lead')}>
      <SignedInOnly roles={['admin']}>
        <p />
      </SignedInOnly>
    </Page>
  );
}
