import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { body, catalog } from '@/lib/http-client';
import { known, type PageContent } from '../page-content';

/** Every version of a page, newest first. */
export const getVersions = (page: string) =>
  infiniteQueryOptions({
    queryKey: ['pages', 'versions', page],
    queryFn: async ({ pageParam, signal }) =>
      body(
        await catalog.GET('/v1/pages/{page}/versions', {
          params: { path: { page }, query: { per_page: 20, ...(pageParam ? { cursor: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    staleTime: 0,
  });

/** What is on one of them, which never changes. */
export const getVersion = (page: string, number: number) =>
  queryOptions({
    queryKey: ['pages', 'version', page, number],
    queryFn: async ({ signal }): Promise<PageContent> => {
      const { title, blocks } = body(
        await catalog.GET('/v1/pages/{page}/versions/{number}', { params: { path: { page, number } }, signal }),
      );
      return { title, blocks: known(blocks) };
    },
    staleTime: Infinity,
  });
