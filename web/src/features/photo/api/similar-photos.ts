import { queryOptions } from '@tanstack/react-query';
import { body, search } from '@/lib/http-client';

export const similarPhotos = (photoId: string) =>
  queryOptions({
    queryKey: ['search', 'similar', photoId],
    queryFn: async ({ signal }) =>
      body(
        await search.GET('/v1/images/{id}/similar', {
          params: { path: { id: photoId }, query: { per_page: 24 } },
          signal,
        }),
      ).data,
  });
