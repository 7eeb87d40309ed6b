import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { components } from '@/api/catalog';
import { body, catalog } from '@/lib/http-client';

export type Pack = components['schemas']['PackView'];

/** Packs on sale, newest first. */
export const getPacks = () =>
  infiniteQueryOptions({
    queryKey: ['packs', 'on sale'],
    queryFn: async ({ pageParam, signal }) =>
      body(
        await catalog.GET('/v1/packs', {
          params: { query: { per_page: 24, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor ?? undefined,
  });

export const getPack = (packId: string) =>
  queryOptions({
    queryKey: ['packs', 'one', packId],
    queryFn: async ({ signal }) => body(await catalog.GET('/v1/packs/{id}', { params: { path: { id: packId } }, signal })),
  });

/** All packs for administrators, also those that cannot be bought now. */
export const getPackDesk = () =>
  queryOptions({
    queryKey: ['packs', 'desk'],
    queryFn: async ({ signal }) =>
      body(await catalog.GET('/v1/pack-desk', { params: { query: { per_page: 100 } }, signal })).data,
    staleTime: 0,
  });
