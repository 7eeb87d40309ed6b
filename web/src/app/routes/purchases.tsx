import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/layout/page';
import { LicenceList } from '@/features/purchase/components/licence-list';
import { SignedInOnly } from '@/features/session/components/signed-in-only';

export function PurchasesPage() {
  const { licence } = getRouteApi('/purchases').useSearch();
  return <Purchases highlighted={licence} />;
}

export function PurchasePage() {
  const { licenceId } = getRouteApi('/purchases/$licenceId').useParams();
  return <Purchases highlighted={licenceId} />;
}

function Purchases({ highlighted }: { highlighted: string | undefined }) {
  const { t } = useTranslation();
  return (
    <Page title={t('purchases.title')} lead={t('purchases.lead')}>
      <SignedInOnly roles={['buyer']}>
        <LicenceList highlighted={highlighted} />
      </SignedInOnly>
    </Page>
  );
}
