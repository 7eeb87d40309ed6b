import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/layout/page';
import { services, type ServiceName } from '@/config/paths';
import { ParkedDesk } from '@/features/operations/components/parked-desk';
import { SignedInOnly } from '@/features/session/components/signed-in-only';

const route = getRouteApi('/admin/parked');

const isService = (name: string | undefined): name is ServiceName => services.some((service) => service === name);

export function AdminParkedPage() {
  const { t } = useTranslation();
  const { service, id } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Page title={t('admin.pages.parked.title')} lead={t('admin.pages.parked.lead')}>
      <SignedInOnly roles={['admin']}>
        <ParkedDesk
          service={isService(service) ? service : undefined}
          id={id}
          onChoose={(chosen) => void navigate({ search: chosen ?? {}, replace: true })}
        />
      </SignedInOnly>
    </Page>
  );
}
