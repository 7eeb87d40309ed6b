import { useTranslation } from 'react-i18next';
import { Page } from '@/components/layout/page';
import { PackDesk } from '@/features/packs/components/pack-desk';
import { SignedInOnly } from '@/features/session/components/signed-in-only';

export function AdminPacksPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('admin.pages.packs.title')} lead={t('admin.pages.packs.lead')}>
      <SignedInOnly roles={['admin']}>
        <PackDesk />
      </SignedInOnly>
    </Page>
  );
}
