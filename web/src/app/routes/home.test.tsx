import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { aFoundPhoto, aPack } from '@/testing/builders';
import { found, problem } from '@/testing/handlers';
import { renderSite } from '@/testing/render-site';
import { server } from '@/testing/server';

const page = (...blocks: object[]) =>
  server.use(http.get('*/api/catalog/v1/pages/:page', () => HttpResponse.json({ title: 'Autumn', blocks })));

describe('the home page', () => {
  it('shows what administrators have composed, in its order, with what is live', async () => {
    const asked: string[] = [];
    server.use(
      http.get('*/api/search/v1/images/search', ({ request }) => {
        asked.push(new URL(request.url).search);
        return HttpResponse.json(found([aFoundPhoto()]));
      }),
    );
    page(
      { type: 'hero', id: 'h', headline: 'Fog, at last', lead: '', categories: false },
      { type: 'most-bought', id: 'm', heading: '', limit: 6 },
      { type: 'collection', id: 'c', heading: 'Boats', query: 'boat', category: '', color: '', orientation: '', limit: 8 },
      { type: 'pack', id: 'p', heading: 'Our pack', packId: 'pack-1' },
    );
    renderSite('/');
    expect(await screen.findByRole('heading', { level: 1, name: 'Fog, at last' })).toBeVisible();
    await screen.findByRole('link', { name: /Evenings by the sea/ });
    expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
      'Most bought',
      'Boats',
      'Our pack',
    ]);
    await waitFor(() =>
      expect(asked).toEqual(expect.arrayContaining(['?sort=popular&per_page=6', '?query=boat&per_page=8'])),
    );
  });

  it('takes words for words, and links nowhere that could run something', async () => {
    page({
      type: 'text',
      id: 't',
      heading: '<img src=x onerror=alert(1)>',
      text: 'One\n\n<b>two</b>',
      linkLabel: 'Go',
      linkHref: 'javascript:alert(1)',
    });
    renderSite('/');
    expect(await screen.findByRole('heading', { name: '<img src=x onerror=alert(1)>' })).toBeVisible();
    expect(screen.getByText('<b>two</b>')).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Go' })).not.toBeInTheDocument();
    expect(document.querySelector('main img')).toBeNull();
  });

  it('leaves out a pack that cannot be bought and blocks of tomorrow', async () => {
    server.use(http.get('*/api/catalog/v1/packs/:id', () => HttpResponse.json(aPack({ state: 'NOT_ON_SALE' }))));
    page({ type: 'pack', id: 'p', heading: 'Gone', packId: 'pack-1' }, { type: 'hologram', id: 'x' }, {
      type: 'text',
      id: 't',
      heading: 'Here',
      text: '',
      linkLabel: '',
      linkHref: '',
    });
    renderSite('/');
    expect(await screen.findByRole('heading', { name: 'Here' })).toBeVisible();
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Gone' })).not.toBeInTheDocument());
  });

  it('can be searched when the catalogue is away', async () => {
    server.use(http.get('*/api/catalog/v1/pages/:page', () => problem(503, 'away', 'Not now.')));
    renderSite('/');
    expect(await screen.findByRole('heading', { level: 1, name: /stay in the dark/ })).toBeVisible();
    expect(await screen.findByRole('link', { name: /Boats at dawn/ })).toBeVisible();
  });
});

describe('another page', () => {
  it('is not there until it is published', async () => {
    server.use(http.get('*/api/catalog/v1/pages/:page', () => problem(404, 'page-not-published', 'No such page.')));
    renderSite('/pages/about');
    expect(await screen.findByRole('heading', { name: 'There is nothing here' })).toBeVisible();
  });

  it('has the name that it was given', async () => {
    page({ type: 'text', id: 't', heading: 'Who we are', text: 'People.', linkLabel: 'All photos', linkHref: '/search' });
    renderSite('/pages/about');
    expect(await screen.findByRole('heading', { level: 1, name: 'Autumn' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'All photos' })).toHaveAttribute('href', '/search');
  });
});
