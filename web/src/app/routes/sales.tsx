import { useTranslation } from 'react-i18next';
import { Page } from '@/components/layout/page';
import { SalesOverview } from '@/features/sales/components/sales-overview';
import { SignedInOnly } from '@/features/session/components/signed-in-only';

export function SalesPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('sales.title')} lead={t('sales.lead')}>
      <SignedInOnly roles={['photographer']}>
        <SalesOverview />
      </SignedInOnly>
    </Page>
  );
}
