import type { PackWish } from './api/keep-pack';
import type { Pack } from './api/get-packs';

/** A pack as it stands in the form: the price as people write it. */
export interface PackDraft {
  title: string;
  description: string;
  price: string;
  currency: string;
  size: string;
  photoIds: string[];
}

export const sizes = ['p1000', 'p2500', 'full'] as const;

export const draftOf = (pack: Pack | undefined): PackDraft =>
  pack
    ? {
        title: pack.title,
        description: pack.description,
        price: String(pack.price.amount / 10 ** digits(pack.price.currency)),
        currency: pack.price.currency,
        size: pack.size,
        photoIds: pack.photos.map(({ id }) => id),
      }
    : { title: '', description: '', price: '', currency: 'EUR', size: 'full', photoIds: [] };

/** What is sent to the catalogue; nothing while the price is no price. */
export function wishOf({ title, description, price, currency, size, photoIds }: PackDraft): PackWish | undefined {
  const amount = minorUnits(price, currency);
  return amount === undefined ? undefined : { title, description, size, photoIds, price: { amount, currency } };
}

/** A price as people write it, with a comma or a point, in minor units such as cents. */
export function minorUnits(price: string, currency: string): number | undefined {
  const places = digits(currency);
  const [, whole, part = ''] = /^\s*(\d{1,9})(?:[.,](\d+))?\s*$/.exec(price) ?? [];
  if (whole === undefined || part.length > places) return undefined;
  const amount = Number(whole) * 10 ** places + Number(part.padEnd(places, '0') || '0');
  return amount > 0 ? amount : undefined;
}

const digits = (currency: string) =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
