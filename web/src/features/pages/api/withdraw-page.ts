import { body, catalog } from '@/lib/http-client';
import type { PageState } from './get-pages';

/** Shows a page to nobody any more. Its versions stay. */
export const withdrawPage = async (page: string, seen: number): Promise<PageState> =>
  body(
    await catalog.DELETE('/v1/pages/{page}/publication', {
      params: { path: { page }, header: { 'If-Match': `"${seen}"` } },
    }),
  );
