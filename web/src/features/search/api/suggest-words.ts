import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { body, search } from '@/lib/http-client';

export const suggestWords = (beginning: string) =>
  queryOptions({
    queryKey: ['search', 'suggestions', beginning],
    queryFn: async ({ signal }) =>
      body(
        await search.GET('/v1/images/search/suggestions', { params: { query: { query: beginning, limit: 8 } }, signal }),
      ).data,
    enabled: beginning.trim().length > 1,
    placeholderData: keepPreviousData,
  });
