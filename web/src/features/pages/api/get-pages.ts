import { queryOptions } from '@tanstack/react-query';
import type { components } from '@/api/catalog';
import { body, catalog } from '@/lib/http-client';

export type PageState = components['schemas']['PageState'];

/** All pages that somebody has written, by name. */
export const getPages = () =>
  queryOptions({
    queryKey: ['pages', 'all'],
    queryFn: async ({ signal }) =>
      body(await catalog.GET('/v1/pages', { params: { query: { per_page: 100 } }, signal })).data,
    staleTime: 0,
  });
