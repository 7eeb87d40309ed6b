import { queryOptions } from '@tanstack/react-query';
import type { components } from '@/api/publication';
import { body, publication } from '@/lib/http-client';

export type Saga = components['schemas']['Standing'];
export type Stuck = components['schemas']['PublicationSummary'];

/** How many photos are at each step. */
export const getSaga = () =>
  queryOptions({
    queryKey: ['ops', 'saga'],
    queryFn: async ({ signal }) => body(await publication.GET('/v1/ops/saga', { signal })),
    staleTime: 0,
    refetchInterval: 5000,
  });

/** Photos that do not get on by themselves. */
export const getStuck = () =>
  queryOptions({
    queryKey: ['ops', 'stuck'],
    queryFn: async ({ signal }) =>
      body(await publication.GET('/v1/publications/stuck', { params: { query: { per_page: 50 } }, signal })).data,
    staleTime: 0,
    refetchInterval: 5000,
  });

export const retryPublication = (photoId: string) =>
  publication.POST('/v1/publications/{photoId}/retry', { params: { path: { photoId } } });
