import { body, upload } from '@/lib/http-client';

/** Which of these files we have already, by their SHA-256 in hex: known before a byte is sent. */
export const checkDuplicates = async (assets: { id: string; checksum: string }[]) =>
  body(await upload.POST('/v1/uploads/check', { body: { assets } })).results;
