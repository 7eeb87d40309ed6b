import type { components } from '@/api/catalog';
import { body, catalog } from '@/lib/http-client';
import type { Pack } from './get-packs';

export type PackWish = components['schemas']['PackRequest'];

/** Makes a pack, or changes the one that was seen in this version. */
export const keepPack = async (wish: PackWish, seen?: { id: string; version: number }): Promise<Pack> =>
  body(
    seen
      ? await catalog.PUT('/v1/packs/{id}', {
          params: { path: { id: seen.id }, header: { 'If-Match': `"${seen.version}"` } },
          body: wish,
        })
      : await catalog.POST('/v1/packs', { body: wish }),
  );
