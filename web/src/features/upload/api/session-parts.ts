import { body, upload } from '@/lib/http-client';

const path = (id: string) => ({ params: { path: { id } } });

/** Parts that have come already, as the store itself tells. */
export const receivedParts = async (id: string) => body(await upload.GET('/v1/uploads/{id}', path(id))).received ?? [];

/** Fresh addresses for parts, by number from 1. */
export const partUrls = async (id: string, numbers: number[]) =>
  body(await upload.POST('/v1/uploads/{id}/parts', { ...path(id), body: { numbers } })).parts;

export const completeUpload = async (id: string) => body(await upload.POST('/v1/uploads/{id}/complete', path(id)));
