import { queryOptions } from '@tanstack/react-query';
import { body, search } from '@/lib/http-client';

/** Words that are wanted just now, each with a photo to show for it. */
export const getTrends = (limit: number) =>
  queryOptions({
    queryKey: ['search', 'trends', limit],
    queryFn: async ({ signal }) =>
      body(await search.GET('/v1/images/trends', { params: { query: { limit } }, signal })).data,
    staleTime: 300_000,
  });
