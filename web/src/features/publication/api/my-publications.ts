import { infiniteQueryOptions } from '@tanstack/react-query';
import type { components } from '@/api/publication';
import { body, publication } from '@/lib/http-client';

export type PublicationSummary = components['schemas']['PublicationSummary'];

/**
 * @param soon whether something new is expected
 * @param live whether steps are told as they happen
 */
export const myPublications = (soon: boolean, live: boolean) =>
  infiniteQueryOptions({
    queryKey: ['publication', 'mine'],
    queryFn: async ({ pageParam, signal }) =>
      body(
        await publication.GET('/v1/publications', {
          params: { query: { per_page: 100, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    staleTime: 0,
    refetchInterval: ({ state }) =>
      !live && (soon || state.data?.pages.some((page) => page.data.some(({ done }) => !done))) ? 2000 : 30_000,
  });
