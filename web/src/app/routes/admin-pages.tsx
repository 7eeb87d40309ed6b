import { useTranslation } from 'react-i18next';
import { Page } from '@/components/layout/page';
import { PageDesk } from '@/features/pages/components/page-desk';
import { SignedInOnly } from '@/features/session/components/signed-in-only';

export function AdminPagesPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('admin.pages.pages.title')} lead={t('admin.pages.pages.lead')}>
      <SignedInOnly roles={['admin']}>
        <PageDesk />
      </SignedInOnly>
    </Page>
  );
}
