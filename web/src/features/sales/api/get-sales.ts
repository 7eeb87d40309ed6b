import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { components } from '@/api/purchase';
import { body, purchase } from '@/lib/http-client';

export type Sale = components['schemas']['Sale'];
export type Earned = components['schemas']['Earned'];

/** Photos of one's own that were sold, newest first. */
export const getSales = () =>
  infiniteQueryOptions({
    queryKey: ['sales', 'list'],
    queryFn: async ({ pageParam, signal }) =>
      body(
        await purchase.GET('/v1/sales', {
          params: { query: { per_page: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor ?? undefined,
  });

/** What was earned, by currency and month. */
export const getEarned = () =>
  queryOptions({
    queryKey: ['sales', 'summary'],
    queryFn: async ({ signal }) => body(await purchase.GET('/v1/sales/summary', { signal })).data,
  });
