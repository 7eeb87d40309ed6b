import { screen, waitFor } from '@testing-library/react';
import { readFileSync } from 'node:fs';
import { runInThisContext } from 'node:vm';
import { http } from 'msw';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { problem } from '@/testing/handlers';
import { renderSite } from '@/testing/render-site';
import { server } from '@/testing/server';

/** Runs what index.html has in its head, as a browser does that arrives at the address. */
function arriveAt(path: string): string[] {
  history.pushState(undefined, '', path);
  runInThisContext(`{${readFileSync('public/early.js', 'utf8')}}`);
  return [...globalThis.askedEarly!.keys()];
}

function questions(): string[] {
  const asked: string[] = [];
  server.events.on('request:start', ({ request }) => asked.push(request.url.slice(location.origin.length)));
  return asked;
}

afterEach(() => {
  server.events.removeAllListeners();
  globalThis.askedEarly = undefined;
});

describe('what is asked for before the script of the site has come', () => {
  it.each(['/', '/search', '/photos/photo-1'])('is what the page at %s asks for, and is not asked for again', async (path) => {
    const asked = questions();
    const early = arriveAt(path);
    expect(early.length).toBeGreaterThan(0);
    renderSite(path);
    await waitFor(() => expect([...globalThis.askedEarly!.keys()]).toEqual([]));
    await screen.findByRole('main');
    for (const one of early) expect(asked.filter((other) => other === one)).toEqual([one]);
  });

  it('is nothing that another page would need, nor anything for people who may be shown something else', () => {
    expect(arriveAt('/search?query=fog')).toEqual([]);
    expect(arriveAt('/purchases')).toEqual([]);
    sessionStorage.setItem('safelight.access_token', 'of Ben');
    expect(arriveAt('/')).toEqual([]);
  });

  it('is asked for once more when it was answered badly', async () => {
    server.use(http.get('*/api/catalog/v1/photos/:id', () => problem(503, 'service-unavailable', 'Not now.'), { once: true }));
    arriveAt('/photos/photo-1');
    renderSite('/photos/photo-1');
    expect(await screen.findByRole('heading', { level: 1, name: 'Boats at dawn' })).toBeVisible();
  });

  it('begins with the very picture that the page of a photo shows', async () => {
    const begun = vi.spyOn(globalThis, 'Image');
    arriveAt('/photos/photo-1');
    await waitFor(() => expect(begun).toHaveBeenCalled());
    const early = begun.mock.results[0]!.value as HTMLImageElement;
    renderSite('/photos/photo-1');
    const shown = await screen.findByRole('img', { name: /^Boats at dawn/ });
    await waitFor(() => expect(early.srcset).toBe(shown.getAttribute('srcset')));
    expect(early.sizes).toBe(shown.getAttribute('sizes'));
  });
});
