import type { components as Catalog } from '@/api/catalog';
import type { components as Purchase } from '@/api/purchase';
import type { components as Search } from '@/api/search';

type FoundPhoto = Search['schemas']['ImageView'];
type PhotoDetails = Catalog['schemas']['PhotoView'];
type Licence = Purchase['schemas']['LicenceView'];
type Order = Purchase['schemas']['OrderView'];

export const aFoundPhoto = (given: Partial<FoundPhoto> = {}): FoundPhoto => ({
  id: 'photo-1',
  title: 'Boats at dawn',
  width: 6000,
  height: 4000,
  aspect: 1.5,
  orientation: 'horizontal',
  color: '756a5a',
  colours: [{ hex: '756a5a', weight: 1 }],
  keywords: ['boats', 'sea'],
  contributor: { id: 'ana' },
  urls: { thumb: '/media/photo-1/w320.jpg', small: '/media/photo-1/w800.jpg' },
  from_price: { amount: 500, currency: 'EUR' },
  added_date: '2026-11-22T10:15:30Z',
  ...given,
});

export const aPhoto = (given: Partial<PhotoDetails> = {}): PhotoDetails => ({
  id: 'photo-1',
  version: 1,
  title: 'Boats at dawn',
  keywords: ['boats', 'sea'],
  labels: [],
  colours: [{ hex: '756a5a', weight: 1 }],
  width: 6000,
  height: 4000,
  orientation: 'horizontal',
  contributor: { id: 'ana' },
  urls: { thumb: '/media/photo-1/w320.jpg' },
  previews: [{ name: 'w800', url: '/media/photo-1/w800.jpg', width: 800, height: 533, bytes: 90_000 }],
  offers: [
    { size: 'p1000', width: 1000, height: 667, bytes: 200_000, price: { amount: 500, currency: 'EUR' } },
    { size: 'full', width: 6000, height: 4000, bytes: 9_000_000, price: { amount: 2500, currency: 'EUR' } },
  ],
  listedAt: '2026-11-22T10:15:30Z',
  ...given,
});

export const aLicence = (given: Partial<Licence> = {}): Licence => ({
  licenceId: 'licence-1',
  orderId: 'order-1',
  photoId: 'photo-1',
  title: 'Boats at dawn',
  size: 'full',
  width: 6000,
  height: 4000,
  bytes: 9_000_000,
  price: { amount: 2500, currency: 'EUR' },
  terms: 'standard-1',
  issuedAt: '2026-11-22T10:15:30Z',
  state: 'READY',
  status: 'Your copy is ready.',
  ...given,
});

export const anOrder = (given: Partial<Order> = {}): Order => ({
  orderId: 'order-1',
  state: 'PAID',
  placedAt: '2026-11-22T10:15:30Z',
  lines: [{ photoId: 'photo-1', size: 'p1000' }],
  licences: [{ licenceId: 'licence-1', photoId: 'photo-1', size: 'p1000' }],
  total: { amount: 500, currency: 'EUR' },
  ...given,
});
