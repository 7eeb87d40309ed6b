import { http, HttpResponse } from 'msw';
import { aFoundPhoto, aHomePage, aPack, aPhoto } from '../builders';

/** A refusal as the services tell it. */
export const problem = (status: number, code: string, detail: string, members: object = {}) =>
  HttpResponse.json(
    { type: `urn:safelight:problem:${code}`, title: code, status, detail, code, ...members },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  );

export const found = (photos = [aFoundPhoto()]) => ({
  page: 1,
  per_page: 60,
  total_count: photos.length,
  search_id: 'search-1',
  data: photos,
  facets: { orientation: [{ value: 'horizontal', count: photos.length }] },
});

/** The shop on a usual day: one photo, and nobody signed in. */
export const handlers = [
  http.get('*/api/search/v1/images/search', () => HttpResponse.json(found())),
  http.get('*/api/search/v1/images/search/suggestions', () => HttpResponse.json({ data: [] })),
  http.get('*/api/search/v1/images/:id/similar', () => HttpResponse.json(found([]))),
  http.get('*/api/catalog/v1/photos/:id', () => HttpResponse.json(aPhoto())),
  http.get('*/api/catalog/v1/pages/:page', () => HttpResponse.json(aHomePage)),
  http.get('*/api/catalog/v1/categories', () => HttpResponse.json({ data: ['nature', 'people'] })),
  http.get('*/api/catalog/v1/packs', () => HttpResponse.json({ data: [aPack()] })),
  http.get('*/api/catalog/v1/pack-desk', () => HttpResponse.json({ data: [aPack()] })),
  http.get('*/api/catalog/v1/packs/:id', () => HttpResponse.json(aPack())),
  http.get('*/api/search/v1/images/trends', () => HttpResponse.json({ data: [] })),
  http.get('*/api/catalog/v1/licences/:id', () =>
    HttpResponse.json({
      id: 'standard-1',
      title: 'Standard licence',
      summary: 'You buy the right to use the photograph.',
      may: ['use it in print'],
      mayNot: ['sell the file'],
      lasts: 'For ever.',
    }),
  ),
  // Nothing to tell, ever.
  http.get('*/stream', () => new HttpResponse(null, { status: 204 })),
  http.get('*/api/notification/v1/notifications', () => HttpResponse.json({ data: [], unread_count: 0 })),
];
