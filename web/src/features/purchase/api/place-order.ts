import type { components } from '@/api/purchase';
import { body, purchase } from '@/lib/http-client';
import type { Money } from '@/lib/money';

export type Order = components['schemas']['OrderView'];

interface Wish {
  photoId: string;
  size: string;
  /** What the buyer was told that it costs: at another price nothing is bought. */
  total: Money;
  /** The same key is the same order, however often it is sent. */
  key: string;
}

interface PackWish {
  packId: string;
  total: Money;
  key: string;
}

export const placePackOrder = async ({ packId, total, key }: PackWish): Promise<Order> =>
  body(
    await purchase.POST('/v1/orders', {
      params: { header: { 'Idempotency-Key': key } },
      body: { lines: [{ packId }], expectedTotal: total, licenceAgain: false },
    }),
  );

export const placeOrder = async ({ photoId, size, total, key }: Wish): Promise<Order> =>
  body(
    await purchase.POST('/v1/orders', {
      params: { header: { 'Idempotency-Key': key } },
      body: { lines: [{ photoId, size }], expectedTotal: total, licenceAgain: false },
    }),
  );
