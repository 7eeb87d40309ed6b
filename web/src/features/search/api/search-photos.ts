import { infiniteQueryOptions } from '@tanstack/react-query';
import { body, search } from '@/lib/http-client';
import type { SearchParams } from '../search-params';

export const PAGE = 60;

export const searchPhotos = (params: SearchParams, perPage = PAGE) =>
  infiniteQueryOptions({
    queryKey: ['search', 'photos', params, perPage],
    queryFn: ({ pageParam, signal }) =>
      params.look ? looking(params.look, perPage, signal) : asking(params, perPage, pageParam, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor ?? undefined,
  });

const asking = async (params: SearchParams, perPage: number, cursor: string, signal: AbortSignal) =>
  body(
    await search.GET('/v1/images/search', {
      params: { query: { ...params, per_page: String(perPage), ...(cursor ? { cursor } : {}) } },
      signal,
    }),
  );

/** Photos that look as a picture does that is not here: one page of the nearest. */
const looking = async (look: string, perPage: number, signal: AbortSignal) =>
  body(
    await search.POST('/v1/images/similar', {
      params: { query: { per_page: perPage } },
      body: { fingerprint: look.replaceAll('-', '+').replaceAll('_', '/') },
      signal,
    }),
  );
