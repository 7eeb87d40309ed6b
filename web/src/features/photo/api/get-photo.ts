import { queryOptions } from '@tanstack/react-query';
import type { components } from '@/api/catalog';
import { body, catalog } from '@/lib/http-client';

export type PhotoDetails = components['schemas']['PhotoView'];
export type Offer = components['schemas']['OfferView'];

export const getPhoto = (photoId: string) =>
  queryOptions({
    queryKey: ['catalog', 'photo', photoId],
    queryFn: async ({ signal }) => body(await catalog.GET('/v1/photos/{id}', { params: { path: { id: photoId } }, signal })),
  });
