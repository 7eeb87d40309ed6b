import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { aPhoto, anOrder } from '@/testing/builders';
import { problem } from '@/testing/handlers';
import { renderSite } from '@/testing/render-site';
import { server } from '@/testing/server';

interface Sent {
  key: string | null;
  body: unknown;
}

function ordersAnswer(...answers: (() => Response)[]): Sent[] {
  const sent: Sent[] = [];
  server.use(
    http.post('*/api/purchase/v1/orders', async ({ request }) => {
      sent.push({ key: request.headers.get('Idempotency-Key'), body: await request.json() });
      return answers[Math.min(sent.length, answers.length) - 1]!();
    }),
  );
  return sent;
}

describe('the page of a photo', () => {
  it('says what will be paid before anything is paid', async () => {
    const user = renderSite('/photos/photo-1', {});
    await user.click(await screen.findByRole('radio', { name: /Original size/ }));
    expect(screen.getByText(/You pay €25.00 once for “Original size”/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Buy for €25.00' })).toBeEnabled();
  });

  it('buys at the price that was shown, and leads to the download', async () => {
    const sent = ordersAnswer(() => HttpResponse.json(anOrder()));
    const user = renderSite('/photos/photo-1', {});
    await user.click(await screen.findByRole('button', { name: 'Buy for €5.00' }));
    expect(await screen.findByRole('link', { name: 'Go to the download' })).toHaveAttribute(
      'href',
      '/purchases?licence=licence-1',
    );
    expect(sent).toEqual([
      {
        key: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        body: {
          lines: [{ photoId: 'photo-1', size: 'p1000' }],
          expectedTotal: { amount: 500, currency: 'EUR' },
          licenceAgain: false,
        },
      },
    ]);
  });

  it('presses again with the same key when the answer was lost', async () => {
    const sent = ordersAnswer(
      () => HttpResponse.error(),
      () => HttpResponse.json(anOrder()),
    );
    const user = renderSite('/photos/photo-1', {});
    await user.click(await screen.findByRole('button', { name: 'Buy for €5.00' }));
    await screen.findByText(/Something went wrong/);
    await user.click(screen.getByRole('button', { name: 'Buy for €5.00' }));
    await screen.findByRole('link', { name: 'Go to the download' });
    expect(sent).toHaveLength(2);
    expect(sent[1]!.key).toBe(sent[0]!.key);
  });

  it('leads somebody who owns it already to their licence', async () => {
    ordersAnswer(() => problem(409, 'already-licensed', 'You own this already.', { licenceId: 'licence-7' }));
    const user = renderSite('/photos/photo-1', {});
    await user.click(await screen.findByRole('button', { name: 'Buy for €5.00' }));
    expect(await screen.findByText(/^You have this licence already, and pay nothing\./)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Go to the download' })).toHaveAttribute(
      'href',
      '/purchases?licence=licence-7',
    );
  });

  it('asks a stranger to sign in, and offers a photographer nothing to press', async () => {
    renderSite('/photos/photo-1');
    expect(await screen.findByRole('button', { name: 'Sign in to buy' })).toBeEnabled();
  });

  it('offers nothing to press to who is no buyer', async () => {
    renderSite('/photos/photo-1', { roles: ['photographer'] });
    expect(await screen.findByText(/not signed in as a buyer/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Buy/ })).not.toBeInTheDocument();
  });

  it('describes the picture to who cannot see it', async () => {
    server.use(
      http.get('*/api/catalog/v1/photos/:id', () => HttpResponse.json(aPhoto({ description: 'Three boats in fog' }))),
    );
    renderSite('/photos/photo-1');
    expect(await screen.findByRole('img', { name: 'Three boats in fog' })).toBeVisible();
  });

  it('explains kindly that a photo is gone', async () => {
    server.use(http.get('*/api/catalog/v1/photos/:id', () => problem(410, 'photo-withdrawn', 'It is not on sale.')));
    renderSite('/photos/photo-1');
    expect(await screen.findByRole('heading', { name: 'This photo is not on sale' })).toBeVisible();
  });
});
