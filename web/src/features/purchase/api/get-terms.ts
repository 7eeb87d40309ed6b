import { queryOptions } from '@tanstack/react-query';
import { body, catalog } from '@/lib/http-client';

/** What one may and may not do with a photo, in plain words. */
export const getTerms = (id = 'standard-1') =>
  queryOptions({
    queryKey: ['catalog', 'terms', id],
    queryFn: async ({ signal }) => body(await catalog.GET('/v1/licences/{id}', { params: { path: { id } }, signal })),
    staleTime: Infinity,
  });
