import { queryOptions } from '@tanstack/react-query';
import { body, catalog } from '@/lib/http-client';
import { known, type PageContent } from '../page-content';
import type { PageState } from './get-pages';

export interface Draft {
  state: PageState;
  content: PageContent;
}

/**
 * The newest version of a page, which perhaps only its editors have seen.
 * @param title of a page that has none yet
 */
export const getDraft = (page: string, title = '') =>
  queryOptions({
    queryKey: ['pages', 'draft', page],
    queryFn: async ({ signal }): Promise<Draft> => {
      const { state, content } = body(await catalog.GET('/v1/pages/{page}/draft', { params: { path: { page } }, signal }));
      return { state, content: { title: content.title || title, blocks: known(content.blocks) } };
    },
    // An editor begins with what there is, and is told by the service if it changes meanwhile.
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
