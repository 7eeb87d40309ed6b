import { body, purchase } from '@/lib/http-client';

/** A link that works once. The page behind it is the purchase service's own. */
export const mintLink = async (licenceId: string, key: string) =>
  body(
    await purchase.POST('/v1/licences/{licenceId}/downloads', {
      params: { path: { licenceId }, header: { 'Idempotency-Key': key } },
    }),
  );
