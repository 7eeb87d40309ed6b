import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { RouterProvider as LinkProvider } from 'react-aria-components';
import { RouterProvider } from '@tanstack/react-router';
import { useMemo } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { createSiteRouter } from './router';

export function Site({ queries }: { queries: QueryClient }) {
  const { i18n } = useTranslation();
  const router = useMemo(() => createSiteRouter(queries), [queries]);
  return (
    <QueryClientProvider client={queries}>
      <I18nProvider locale={i18n.language}>
        <LinkProvider navigate={(href) => void router.navigate({ href })}>
          <RouterProvider router={router} />
        </LinkProvider>
      </I18nProvider>
    </QueryClientProvider>
  );
}
