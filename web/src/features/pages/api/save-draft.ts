import type { components } from '@/api/catalog';
import { body, catalog } from '@/lib/http-client';
import type { PageContent } from '../page-content';
import type { PageState } from './get-pages';

/** Saves a new version, if nobody has changed the page since this version of it. */
export const saveDraft = async (page: string, seen: number, content: PageContent): Promise<PageState> =>
  body(
    await catalog.PUT('/v1/pages/{page}/draft', {
      params: { path: { page }, header: { 'If-Match': `"${seen}"` } },
      // The kinds of blocks go by their names on the wire, which the generated types do not know.
      body: content as unknown as components['schemas']['PageContent'],
    }),
  ).state;
