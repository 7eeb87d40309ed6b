import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { renderSite } from '@/testing/render-site';
import { server } from '@/testing/server';

const ana = { id: 'ana', name: 'Ana', roles: ['photographer'] };
const euros = (amount: number) => ({ amount, currency: 'EUR' });

describe('sales so far', () => {
  it('say what was sold, for how much, and what of it is earned', async () => {
    server.use(
      http.get('*/api/purchase/v1/sales/summary', () =>
        HttpResponse.json({
          data: [{ total: euros(4500), orders: 2, months: [{ month: '2026-11', earned: euros(4500), orders: 2 }] }],
        }),
      ),
      http.get('*/api/purchase/v1/sales', () =>
        HttpResponse.json({
          data: [
            {
              photoId: 'photo-1',
              title: 'Boats at dawn',
              size: 'full',
              price: euros(2500),
              earned: euros(1500),
              inPack: true,
              soldAt: '2026-11-22T10:15:30Z',
            },
          ],
        }),
      ),
    );
    renderSite('/sales', ana);
    expect(await screen.findByText('€45.00', { selector: 'strong' })).toBeVisible();
    expect(screen.getByRole('table', { name: 'Earned by month' })).toBeVisible();
    expect(await screen.findByRole('link', { name: 'Boats at dawn' })).toBeVisible();
    expect(screen.getByText('of €25.00')).toBeVisible();
    expect(screen.getByText(/in a pack/)).toBeVisible();
  });

  it('say kindly that nothing was sold yet', async () => {
    server.use(http.get('*/api/purchase/v1/sales/summary', () => HttpResponse.json({ data: [] })));
    renderSite('/sales', ana);
    expect(await screen.findByRole('heading', { name: 'Nothing was sold yet' })).toBeVisible();
  });
});
