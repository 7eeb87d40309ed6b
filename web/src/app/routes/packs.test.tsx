import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { aFoundPhoto, anOrder, aPack } from '@/testing/builders';
import { found, problem } from '@/testing/handlers';
import { renderSite } from '@/testing/render-site';
import { server } from '@/testing/server';

const ada = { id: 'ada', name: 'Ada', roles: ['admin'] };

describe('packs', () => {
  it('are offered with what they cost', async () => {
    renderSite('/packs');
    expect(await screen.findByRole('link', { name: /Evenings by the sea.*2 photos.*€39.00/ })).toHaveAttribute(
      'href',
      '/packs/pack-1',
    );
  });

  it('say what is paid for what before anything is paid, and are bought at that price', async () => {
    const sent: unknown[] = [];
    server.use(
      http.post('*/api/purchase/v1/orders', async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(anOrder());
      }),
    );
    const user = renderSite('/packs/pack-1', {});
    expect(await screen.findByText(/You pay €39.00 once for all 2 photos in “Original size”/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Buy for €39.00' }));
    expect(await screen.findByRole('link', { name: 'Go to the download' })).toBeVisible();
    expect(sent).toEqual([
      { lines: [{ packId: 'pack-1' }], expectedTotal: { amount: 3900, currency: 'EUR' }, licenceAgain: false },
    ]);
  });

  it('cannot be bought while a photo is missing', async () => {
    server.use(http.get('*/api/catalog/v1/packs/:id', () => HttpResponse.json(aPack({ state: 'NOT_ON_SALE' }))));
    renderSite('/packs/pack-1', {});
    expect(await screen.findByText(/cannot be bought now/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Buy/ })).not.toBeInTheDocument();
  });

  it('explain kindly that they are gone', async () => {
    server.use(http.get('*/api/catalog/v1/packs/:id', () => problem(410, 'pack-withdrawn', 'Gone.')));
    renderSite('/packs/pack-1');
    expect(await screen.findByRole('heading', { name: 'This pack is not offered' })).toBeVisible();
  });
});

describe('the desk of packs', () => {
  it('changes a price, and sends which version was seen', async () => {
    const sent: { ifMatch: string | null; body: unknown }[] = [];
    server.use(
      http.put('*/api/catalog/v1/packs/:id', async ({ request }) => {
        sent.push({ ifMatch: request.headers.get('If-Match'), body: await request.json() });
        return HttpResponse.json(aPack({ version: 2 }));
      }),
    );
    const user = renderSite('/admin/packs', ada);
    await user.click(await screen.findByRole('button', { name: 'Change “Evenings by the sea”' }));
    const price = screen.getByRole('textbox', { name: /Price in EUR/ });
    await user.clear(price);
    await user.type(price, '29,5');
    await user.click(screen.getByRole('button', { name: 'Save changes' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ ifMatch: '"1"', body: { price: { amount: 2950, currency: 'EUR' }, photoIds: ['photo-1', 'photo-2'] } });
  });

  it('says what is missing before it sends anything', async () => {
    const user = renderSite('/admin/packs', ada);
    await user.click(await screen.findByRole('button', { name: 'New pack' }));
    await user.click(screen.getByRole('button', { name: 'Offer this pack' }));
    expect(await screen.findByText('Give the pack a name.')).toBeVisible();
    expect(screen.getByText(/Say what it costs/)).toBeVisible();
    expect(screen.getByText('Choose at least two photos.')).toBeVisible();
  });

  it('finds photos to choose by words', async () => {
    server.use(
      http.get('*/api/search/v1/images/search', ({ request }) => {
        const words = new URL(request.url).searchParams.get('query');
        const all = ['Red comet', 'Grey wall'].map((title) => aFoundPhoto({ id: title, title }));
        return HttpResponse.json(found(words ? all.filter(({ title }) => title.includes(words)) : all));
      }),
    );
    const user = renderSite('/admin/packs', ada);
    await user.click(await screen.findByRole('button', { name: 'New pack' }));
    await screen.findByRole('button', { name: 'Grey wall' });
    await user.type(screen.getByRole('searchbox', { name: 'Search photos to choose' }), 'comet');
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Grey wall' })).not.toBeInTheDocument());
    await user.click(screen.getByRole('button', { name: 'Red comet' }));
    expect(within(screen.getByRole('list', { name: 'Chosen photos' })).getByRole('button', { name: 'Red comet' })).toBeVisible();
  });

  it('is for administrators', async () => {
    renderSite('/admin/packs', { roles: ['buyer'] });
    expect(await screen.findByRole('heading', { name: 'This page is for others' })).toBeVisible();
  });
});
