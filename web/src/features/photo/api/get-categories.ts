import { queryOptions } from '@tanstack/react-query';
import { body, catalog } from '@/lib/http-client';

/** Those that a photo may be put in. */
export const getCategories = () =>
  queryOptions({
    queryKey: ['catalog', 'categories'],
    queryFn: async ({ signal }) => body(await catalog.GET('/v1/categories', { signal })).data,
    staleTime: Infinity,
  });
