import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { components } from '../src/api/search';
import { openBrowser, Visitor } from './browser';
import { picture } from './pictures';
import { found, onSale, site } from './shop';

type Answer = components['schemas']['SearchAnswer'];

const PHOTOS = 10_000;

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  tdur?: number;
  args?: { name?: string };
}

/**
 * What each task of the page's main thread took, the longest first, in milliseconds of the processor: on a machine that
 * has other work the clock on the wall would count that too.
 */
function mainThreadTasks(trace: Buffer): number[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const threads = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}:${tid}`),
  );
  return traceEvents
    .filter(({ name, pid, tid }) => name === 'ThreadControllerImpl::RunTask' && threads.has(`${pid}:${tid}`))
    .map(({ tdur = 0 }) => tdur / 1000)
    .sort((one, other) => other - one);
}

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
  if ((await found('')) === 0) await onSale({ title: 'Hill', keywords: ['hill'], bytes: picture([90, 120, 60], [180, 200, 220]) });
  await vi.waitUntil(async () => (await found('')) > 0, { timeout: 30_000, interval: 250 });
}, 90_000);

afterAll(() => browser.close());

describe('a grid of ten thousand photos', () => {
  it('scrolls to its end without keeping anybody waiting', async () => {
    const visitor = await Visitor.arriving(browser);
    const { page } = visitor;
    const real = (await (await fetch(`${site}/api/search/v1/images/search?per_page=60`)).json()) as Answer;
    // The shop has too few: its real photos come again and again, each under a name of its own.
    let asked = 0;
    await page.route('**/api/search/v1/images/search?*', (route) => {
      const from = Number(new URL(route.request().url()).searchParams.get('cursor') ?? 0);
      const data = Array.from({ length: Math.min(60, PHOTOS - from) }, (_, index) => ({
        ...real.data[(from + index * 7) % real.data.length]!,
        id: `photo-${from + index}`,
      }));
      asked = from;
      const next = from + data.length < PHOTOS ? { next_cursor: String(from + data.length) } : { next_cursor: null };
      return route.fulfill({ json: { ...real, total_count: PHOTOS, data, ...next } });
    });
    await visitor.goTo('/search');
    await page.getByText('10,000 photos').first().waitFor();
    await page.mouse.move(700, 600);
    const loaded = () => page.evaluate(() => document.documentElement.scrollHeight);
    for (let before = 0; before < (await loaded()); ) {
      before = await loaded();
      if (asked >= PHOTOS - 600) await browser.startTracing(page, { categories: ['toplevel'] }).catch(() => undefined);
      await page.mouse.wheel(0, before);
      await page.waitForFunction((height) => document.documentElement.scrollHeight > height, before, { timeout: 5_000 }).catch(() => undefined);
    }
    await page.locator(`a[href="/photos/photo-${PHOTOS - 1}"]`).waitFor();
    const TURNS = 150;
    for (let turn = 0; turn < TURNS; turn++) await page.mouse.wheel(0, -900);
    const tasks = mainThreadTasks(await browser.stopTracing());
    const inPage = await page.getByRole('list', { name: 'All photos' }).getByRole('link').count();
    console.log(
      `${PHOTOS} photos, ${inPage} of them in the page. In the last ten pages that came and in ${TURNS} turns of the wheel: ` +
        `of ${tasks.length} tasks the longest took ${tasks.slice(0, 5).map((millis) => millis.toFixed(1)).join(', ')} ms of the processor.`,
    );
    expect(inPage).toBeLessThan(120);
    expect(tasks[0]).toBeLessThan(50);
    await visitor.leave();
  }, 180_000);
});
