import type { components } from '@/api/upload';
import { body, upload } from '@/lib/http-client';

export type UploadSession = components['schemas']['UploadView'];

/** The same key is the same session, however often it is sent. */
export const announce = async (file: components['schemas']['UploadRequest'], key: string): Promise<UploadSession> =>
  body(
    await upload.POST('/v1/uploads', {
      params: { header: { 'Idempotency-Key': key } },
      body: file,
    }),
  );
