import { queryOptions } from '@tanstack/react-query';
import { body, search } from '@/lib/http-client';

/** These photos in this order, without those that are no longer on sale. */
export const photosById = (ids: readonly string[]) =>
  queryOptions({
    queryKey: ['search', 'by id', ids],
    queryFn: async ({ signal }) => {
      const found = body(
        await search.GET('/v1/images/search', {
          params: { query: { ids: ids.join(','), per_page: String(Math.max(1, ids.length)) } },
          signal,
        }),
      ).data;
      return ids.flatMap((id) => found.filter((photo) => photo.id === id));
    },
    enabled: ids.length > 0,
  });
