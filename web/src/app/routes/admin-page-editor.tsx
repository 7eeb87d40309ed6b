import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/layout/page';
import { getPackDesk } from '@/features/packs/api/get-packs';
import { PageWorkshop } from '@/features/pages/components/page-workshop';
import { getCategories } from '@/features/photo/api/get-categories';
import { SignedInOnly } from '@/features/session/components/signed-in-only';
import { blockViews } from '../blocks/block-views';

const route = getRouteApi('/admin/pages/$page');

export function AdminPageEditorPage() {
  const { t } = useTranslation();
  const { page } = route.useParams();
  const { title } = route.useSearch();
  return (
    <Page title={page === 'home' ? t('pages.home') : t('pages.compose', { page })} lead={t('pages.composeLead')}>
      <SignedInOnly roles={['admin']}>
        <Composed key={page} page={page} title={title ?? ''} />
      </SignedInOnly>
    </Page>
  );
}

function Composed({ page, title }: { page: string; title: string }) {
  const categories = useQuery(getCategories());
  const packs = useQuery(getPackDesk());
  const choices = useMemo(
    () => ({
      categories: categories.data ?? [],
      packs: (packs.data ?? []).map(({ id, title }) => ({ id, title })),
    }),
    [categories.data, packs.data],
  );
  return <PageWorkshop page={page} title={title} views={blockViews} choices={choices} />;
}
