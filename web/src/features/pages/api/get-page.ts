import { queryOptions } from '@tanstack/react-query';
import { body, catalog } from '@/lib/http-client';
import { known, type PageContent } from '../page-content';

/** A page as everybody sees it. */
export const getPage = (page: string) =>
  queryOptions({
    queryKey: ['pages', 'shown', page],
    queryFn: async ({ signal }): Promise<PageContent> => {
      const { title, blocks } = body(await catalog.GET('/v1/pages/{page}', { params: { path: { page } }, signal }));
      return { title, blocks: known(blocks) };
    },
  });
