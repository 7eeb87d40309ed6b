import { body, catalog } from '@/lib/http-client';
import type { PageState } from './get-pages';

/** Shows everybody a version of a page: the newest, or an old one again. */
export const publishPage = async (page: string, seen: number, number: number): Promise<PageState> =>
  body(
    await catalog.POST('/v1/pages/{page}/publication', {
      params: { path: { page }, header: { 'If-Match': `"${seen}"` } },
      body: { number },
    }),
  );
