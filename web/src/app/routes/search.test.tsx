import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { found, problem } from '@/testing/handlers';
import { renderSite } from '@/testing/render-site';
import { server } from '@/testing/server';

describe('the search', () => {
  it('asks for what stands in the address, and for sense only', async () => {
    const asked: string[] = [];
    server.use(
      http.get('*/api/search/v1/images/search', ({ request }) => {
        asked.push(new URL(request.url).search);
        return HttpResponse.json(found());
      }),
    );
    renderSite('/search?query=sea&color=1f4e79&orientation=sideways');
    expect(await screen.findByRole('heading', { name: 'Photos of “sea”' })).toBeVisible();
    expect(asked[0]).toBe('?query=sea&color=1f4e79&per_page=60');
  });

  it('narrows down by shape, with how many that leaves', async () => {
    const user = renderSite('/search');
    await user.click(await screen.findByRole('radio', { name: /Landscape\s*1/ }));
    await waitFor(() => expect(location.search).toBe('?orientation=horizontal'));
  });

  it('says that nothing was found, and how to go on', async () => {
    server.use(http.get('*/api/search/v1/images/search', () => HttpResponse.json(found([]))));
    renderSite('/search?query=zzz');
    expect(await screen.findByRole('heading', { name: 'Nothing found' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Show all photos' })).toHaveAttribute('href', '/search');
  });

  it("gives the service's own words when it refuses", async () => {
    server.use(
      http.get('*/api/search/v1/images/search', () => problem(400, 'invalid-request', 'Say at most five colours.')),
    );
    renderSite('/search?query=sea');
    expect(await screen.findByText('Say at most five colours.')).toBeVisible();
  });

  it('speaks of the connection when there is none', async () => {
    server.use(http.get('*/api/search/v1/images/search', () => HttpResponse.error()));
    renderSite('/search?query=sea');
    expect(await screen.findByRole('heading', { name: 'No connection' })).toBeVisible();
  });

  it('goes on by itself when there is a connection again', async () => {
    server.use(http.get('*/api/search/v1/images/search', () => HttpResponse.error()));
    renderSite('/search?query=sea');
    await screen.findByRole('heading', { name: 'No connection' });
    server.resetHandlers();
    dispatchEvent(new Event('offline'));
    dispatchEvent(new Event('online'));
    expect(await screen.findByRole('link', { name: /Boats at dawn/ })).toBeVisible();
    expect(screen.queryByRole('heading', { name: 'No connection' })).not.toBeInTheDocument();
  });

  it('finds what looks like a picture, of which only numbers are sent', async () => {
    const sent: unknown[] = [];
    server.use(
      http.post('*/api/search/v1/images/similar', async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(found());
      }),
    );
    renderSite(`/search?look=${'-_'.repeat(320)}`);
    expect(await screen.findByRole('heading', { name: 'Photos that look like your picture' })).toBeVisible();
    expect(await screen.findByRole('link', { name: /Boats at dawn/ })).toBeVisible();
    expect(sent).toEqual([{ fingerprint: '+/'.repeat(320) }]);
  });

  it('says kindly that a dropped file is no picture', async () => {
    const user = renderSite('/search');
    await screen.findByRole('button', { name: 'Search by a picture of yours' });
    const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
    await user.upload(input, new File([], 'nothing.jpg', { type: 'image/jpeg' }));
    expect(await screen.findByText(/no picture that can be read here/)).toBeVisible();
  });
});
