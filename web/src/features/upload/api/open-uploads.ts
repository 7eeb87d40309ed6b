import { body, upload } from '@/lib/http-client';
import type { UploadSession } from './announce';

/** Sessions that were begun and not finished, perhaps by a tab that is gone: by the checksum of their file. */
export async function openUploads(): Promise<Map<string, UploadSession>> {
  const open = new Map<string, UploadSession>();
  let cursor: string | undefined;
  do {
    const page = body(await upload.GET('/v1/uploads', { params: { query: { per_page: 100, ...(cursor ? { cursor } : {}) } } }));
    page.data.filter(({ state }) => state === 'OPEN').forEach((session) => open.set(session.sha256, session));
    // Newest first: an open one is among the recent ones, as sessions end by themselves.
    cursor = page.data.some(({ state }) => state === 'OPEN') ? (page.next_cursor ?? undefined) : undefined;
  } while (cursor);
  return open;
}
