import type { components as Catalog } from '@/api/catalog';
import type { components as Purchase } from '@/api/purchase';
import type { components as Search } from '@/api/search';

type FoundPhoto = Search['schemas']['ImageView'];
type Pack = Catalog['schemas']['PackView'];
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

type Flow = Catalog['schemas']['FlowView'];
type Parked = Catalog['schemas']['ParkedMessageView'];
type TypeView = Catalog['schemas']['TypeView'];

export const aTypeOfMessage = (given: Partial<TypeView> = {}): TypeView => ({
  type: 'photo-uploaded.v1',
  handled: 0,
  unchanged: 0,
  duplicate: 0,
  retry: 0,
  parked: 0,
  meanAgeSeconds: 0,
  slowestAgeSeconds: 0,
  ...given,
});

/** A service with nothing to do. */
export const aFlow = (service: string, given: Partial<Flow> = {}): Flow => ({
  service,
  version: '1.0',
  instance: 'i-1',
  at: '2026-11-22T10:15:30Z',
  since: '2026-11-22T10:00:00Z',
  topics: [`safelight-${service}-events`],
  listens: [],
  queues: [
    { name: `safelight-${service}`, kind: 'WORK', waiting: 0, inFlight: 0, delayed: 0 },
    { name: `safelight-${service}-dlq`, kind: 'DEAD_LETTERS', waiting: 0, inFlight: 0, delayed: 0 },
    { name: `safelight-${service}-undelivered-dlq`, kind: 'UNDELIVERED', waiting: 0, inFlight: 0, delayed: 0 },
  ],
  parked: 0,
  outbox: { pending: 0, oldestAgeSeconds: 0 },
  types: [],
  ...given,
});

export const aParkedMessage = (given: Partial<Parked> = {}): Parked => ({
  id: 'parked-1',
  state: 'parked',
  queue: 'safelight-catalog',
  foundIn: 'safelight-catalog',
  messageId: 'm-1',
  type: 'list-photo.v1',
  aggregateId: 'photo-1',
  reason: 'There is no price for this size.',
  serviceVersion: '1.0',
  firstSeen: '2026-11-22T10:15:30.000Z',
  lastSeen: '2026-11-22T10:16:30.000Z',
  times: 5,
  bodySha256: 'ab',
  decisions: 0,
  ...given,
});

export const aPack = (given: Partial<Pack> = {}): Pack => ({
  id: 'pack-1',
  version: 1,
  title: 'Evenings by the sea',
  description: 'Three evenings, one coast.',
  size: 'full',
  price: { amount: 3900, currency: 'EUR' },
  state: 'ON_SALE',
  photos: [
    { id: 'photo-1', thumb: '/media/photo-1/w320.jpg' },
    { id: 'photo-2', thumb: '/media/photo-2/w320.jpg' },
  ],
  createdAt: '2026-11-22T10:15:30Z',
  ...given,
});

/** The built-in one. */
export const aHomePage = {
  title: 'Home',
  blocks: [
    { type: 'hero', id: 'hero', headline: '', lead: '', categories: true },
    { type: 'trends', id: 'trends', heading: '', limit: 8 },
    { type: 'most-bought', id: 'most-bought', heading: '', limit: 12 },
    { type: 'just-approved', id: 'just-approved', heading: '', limit: 60, endless: true },
  ],
};
