import { queryOptions } from '@tanstack/react-query';
import type { components } from '@/api/publication';
import { body, publication } from '@/lib/http-client';

export type Publication = components['schemas']['PublicationView'];

/** @param live whether its steps are told as they happen */
export const getPublication = (photoId: string, live: boolean) =>
  queryOptions({
    queryKey: ['publication', 'one', photoId],
    queryFn: async ({ signal }) =>
      body(await publication.GET('/v1/publications/{photoId}', { params: { path: { photoId } }, signal })),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.done ? false : live ? 15_000 : 1500),
  });
