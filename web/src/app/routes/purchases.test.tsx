import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { aLicence } from '@/testing/builders';
import { problem } from '@/testing/handlers';
import { renderSite } from '@/testing/render-site';
import { server } from '@/testing/server';

const own = (...licences: ReturnType<typeof aLicence>[]) =>
  server.use(http.get('*/api/purchase/v1/licences', () => HttpResponse.json({ data: licences })));

describe('my purchases', () => {
  it('makes a link that works once', async () => {
    own(aLicence());
    server.use(
      http.post('*/api/purchase/v1/licences/licence-1/downloads', () =>
        HttpResponse.json({ linkId: 'l', url: 'http://127.0.0.1:8080/d/l#secret', expiresAt: '2026-11-25T10:15:30Z' }),
      ),
    );
    const user = renderSite('/purchases', {});
    await user.click(await screen.findByRole('button', { name: 'Make a download link' }));
    expect(await screen.findByRole('link', { name: 'Open the link' })).toHaveAttribute(
      'href',
      'http://127.0.0.1:8080/d/l#secret',
    );
  });

  it('tells that a copy is still being made', async () => {
    own(aLicence({ state: 'PREPARING', status: 'Your copy is being encrypted.' }));
    renderSite('/purchases', {});
    expect(await screen.findByText('Your copy is being encrypted.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Make a download link' })).not.toBeInTheDocument();
  });

  it('says why a link cannot be made', async () => {
    own(aLicence());
    server.use(
      http.post('*/api/purchase/v1/licences/licence-1/downloads', () =>
        problem(429, 'too-many-links', 'Three links are open already: use one of them.'),
      ),
    );
    const user = renderSite('/purchases', {});
    await user.click(await screen.findByRole('button', { name: 'Make a download link' }));
    expect(await screen.findByText('Three links are open already: use one of them.')).toBeVisible();
  });

  it('shows the way to the shop to who owns nothing yet', async () => {
    own();
    renderSite('/purchases', {});
    expect(await screen.findByRole('link', { name: 'Look for photos' })).toHaveAttribute('href', '/search');
  });

  it('asks a stranger to sign in', async () => {
    renderSite('/purchases');
    expect(await screen.findByRole('heading', { name: 'Sign in to go on' })).toBeVisible();
  });
});
