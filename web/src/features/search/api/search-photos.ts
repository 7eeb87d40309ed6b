import { infiniteQueryOptions } from '@tanstack/react-query';
import { body, search } from '@/lib/http-client';
import type { SearchParams } from '../search-params';

export const PAGE = 60;

export const searchPhotos = (params: SearchParams, perPage = PAGE) =>
  infiniteQueryOptions({
    queryKey: ['search', 'photos', params, perPage],
    queryFn: async ({ pageParam, signal }) =>
      body(
        await search.GET('/v1/images/search', {
          params: { query: { ...params, per_page: String(perPage), ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor ?? undefined,
  });
