import { queryOptions } from '@tanstack/react-query';
import { body, publication } from '@/lib/http-client';

/** The picture without watermark, for moderators only: it needs their token, so it comes as bytes. */
export const getPicture = (photoId: string) =>
  queryOptions({
    queryKey: ['moderation', 'picture', photoId],
    queryFn: async ({ signal }) =>
      URL.createObjectURL(
        body(
          await publication.GET('/v1/moderation/{photoId}/picture', {
            params: { path: { photoId } },
            parseAs: 'blob',
            signal,
          }),
        ),
      ),
    staleTime: Infinity,
  });
