import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { components } from '../src/api/search';
import { openBrowser, Visitor } from './browser';
import { picture } from './pictures';
import { found, onSale, site } from './shop';

type Answer = components['schemas']['SearchAnswer'];

const PHOTOS = 10_000;

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
  if ((await found('')) === 0) await onSale({ title: 'Hill', keywords: ['hill'], bytes: picture([90, 120, 60], [180, 200, 220]) });
  await expect.poll(() => found(''), { timeout: 20_000 }).toBeGreaterThan(0);
}, 90_000);

afterAll(() => browser.close());

describe('a grid of ten thousand photos', () => {
  it('scrolls to its end without keeping anybody waiting', async () => {
    const visitor = await Visitor.arriving(browser);
    const { page } = visitor;
    const real = (await (await fetch(`${site}/api/search/v1/images/search?per_page=60`)).json()) as Answer;
    // The shop has too few: its real photos come again and again, each under a name of its own.
    await page.route('**/api/search/v1/images/search?*', (route) => {
      const from = Number(new URL(route.request().url()).searchParams.get('cursor') ?? 0);
      const data = Array.from({ length: Math.min(60, PHOTOS - from) }, (_, index) => ({
        ...real.data[(from + index * 7) % real.data.length]!,
        id: `photo-${from + index}`,
      }));
      const next = from + data.length < PHOTOS ? { next_cursor: String(from + data.length) } : { next_cursor: null };
      return route.fulfill({ json: { ...real, total_count: PHOTOS, data, ...next } });
    });
    await visitor.goTo('/search');
    await page.getByText('10,000 photos').first().waitFor();
    await page.evaluate(() => {
      const long: number[] = [];
      Object.assign(window, { long });
      new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => Math.round(duration)))).observe({
        type: 'longtask',
      });
    });
    await page.mouse.move(700, 600);
    const [last, steps] = [page.locator(`a[href="/photos/photo-${PHOTOS - 1}"]`), { count: 0 }];
    for (const end = Date.now() + 60_000; Date.now() < end && !(await last.count()); steps.count++) await page.mouse.wheel(0, 2400);
    await last.waitFor();
    const inPage = await page.getByRole('list', { name: 'All photos' }).getByRole('link').count();
    const long = await page.evaluate(() => (window as unknown as { long: number[] }).long);
    console.log(`${PHOTOS} photos in ${steps.count} turns of the wheel, ${inPage} of them in the page at the end, tasks over 50 ms: ${long.join(', ') || 'none'}`);
    expect(inPage).toBeLessThan(120);
    expect(long).toEqual([]);
    await visitor.leave();
  });
});
