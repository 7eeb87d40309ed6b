import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { components } from '@/api/purchase';
import { body, purchase } from '@/lib/http-client';

export type OwnedLicence = components['schemas']['LicenceView'];

export const getLicences = () =>
  infiniteQueryOptions({
    queryKey: ['purchase', 'licences'],
    queryFn: async ({ pageParam, signal }) =>
      body(
        await purchase.GET('/v1/licences', {
          params: { query: { per_page: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    // A copy is being made: look again soon.
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.data.some(({ state: at }) => at === 'PREPARING')) ? 1500 : false,
  });

export const getLicence = (licenceId: string) =>
  queryOptions({
    queryKey: ['purchase', 'licence', licenceId],
    queryFn: async ({ signal }) =>
      body(await purchase.GET('/v1/licences/{licenceId}', { params: { path: { licenceId } }, signal })),
    refetchInterval: ({ state }) => (state.data?.state === 'PREPARING' ? 1500 : false),
  });
