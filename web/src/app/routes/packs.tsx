import { useTranslation } from 'react-i18next';
import { Page } from '@/components/layout/page';
import { PackList } from '@/features/packs/components/pack-list';

export function PacksPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('packs.title')} lead={t('packs.lead')}>
      <PackList />
    </Page>
  );
}
