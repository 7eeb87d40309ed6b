import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { body, search } from '@/lib/http-client';

/** Photos to choose from: by words, or the newest. */
export const findPhotos = (words: string) =>
  infiniteQueryOptions({
    queryKey: ['search', 'choose', words],
    queryFn: async ({ pageParam, signal }) =>
      body(
        await search.GET('/v1/images/search', {
          params: {
            query: {
              ...(words ? { query: words } : { sort: 'newest' }),
              per_page: '24',
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    placeholderData: keepPreviousData,
  });
