import { queryOptions } from '@tanstack/react-query';
import type { components } from '@/api/publication';
import { body, publication } from '@/lib/http-client';

export type Waiting = components['schemas']['ModerationView'];

export const getQueue = () =>
  queryOptions({
    queryKey: ['moderation', 'queue'],
    queryFn: async ({ signal }) =>
      body(await publication.GET('/v1/moderation', { params: { query: { per_page: 50 } }, signal })).data,
    staleTime: 0,
    refetchInterval: 10_000,
  });
