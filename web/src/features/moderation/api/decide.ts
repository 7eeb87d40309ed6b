import { publication } from '@/lib/http-client';

export interface Decision {
  photoId: string;
  decision: 'approve' | 'reject';
  reasons: { code: string }[];
}

export const decide = ({ photoId, decision, reasons }: Decision) =>
  publication.POST('/v1/moderation/{photoId}', { params: { path: { photoId } }, body: { decision, reasons } });
