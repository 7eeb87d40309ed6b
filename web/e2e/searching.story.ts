import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openBrowser, Visitor } from './browser';
import { picture } from './pictures';
import { found, onSale } from './shop';

const word = `lantern${Date.now()}`;

let browser: Browser;
let visitor: Visitor;

beforeAll(async () => {
  browser = await openBrowser();
  await onSale(
    { title: 'Yellow lantern', keywords: [word], bytes: picture([242, 194, 48], [40, 44, 60]) },
    { title: 'Green lantern', keywords: [word], bytes: picture([60, 141, 64], [225, 222, 214], 640, 960) },
  );
  await vi.waitUntil(async () => (await found(word)) === 2, { timeout: 30_000, interval: 250 });
  visitor = await Visitor.arriving(browser);
}, 90_000);

afterAll(() => browser.close());

describe('searching', () => {
  it('begins at the home page', async () => {
    await visitor.goTo('/');
    await visitor.looksRight('home');
  });

  it('suggests words that would find something', async () => {
    await visitor.page.getByRole('search').getByRole('combobox').pressSequentially(word.slice(0, -2));
    await visitor.page.getByRole('option', { name: new RegExp(word) }).waitFor();
    // An open list hides the rest of the page from screen readers, headings and all.
    await visitor.looksRight('suggestions', ['aria-hidden-focus', 'page-has-heading-one', 'region']);
  });

  it('finds by word', async () => {
    await visitor.goTo('/');
    await visitor.page.getByRole('search').getByRole('combobox').fill(word);
    await visitor.page.keyboard.press('Enter');
    await visitor.page.waitForURL(/\/search\?query=lantern/);
    await visitor.page.getByText('2 photos').first().waitFor();
    await visitor.settled();
    await visitor.looksRight('search');
  });

  it('narrows down by shape, and says how many each would leave', async () => {
    await visitor.page.getByRole('radio', { name: 'Portrait 1' }).click();
    await visitor.page.getByText('1 photo').first().waitFor();
    await visitor.page.getByRole('link', { name: /Green lantern/ }).waitFor();
    await visitor.page.getByRole('radio', { name: 'Portrait' }).click();
    await visitor.page.getByText('2 photos').first().waitFor();
  });

  it('finds by colour', async () => {
    await visitor.page.getByRole('radio', { name: 'Green', exact: true }).click();
    await visitor.page.waitForURL(/color=3c8d40/);
    await visitor.settled();
    const first = visitor.page.getByRole('list', { name: new RegExp(word) }).getByRole('link').first();
    await expect.poll(() => first.getByRole('img').getAttribute('alt')).toMatch(/Green lantern/);
  });

  it('goes on from the colours of a photo', async () => {
    await visitor.page.getByRole('link', { name: /Green lantern/ }).click();
    await visitor.page.getByRole('heading', { name: 'Green lantern' }).waitFor();
    await visitor.page.getByRole('link', { name: /More photos in #/ }).first().click();
    await visitor.page.waitForURL(/color=[0-9a-f]{6}/);
    await visitor.page.getByRole('link', { name: /Green lantern/ }).first().waitFor();
  });

  it('tells a stranger kindly what is not there', async () => {
    await visitor.goTo('/photos/00000000-0000-4000-8000-000000000000');
    await visitor.page.getByRole('heading', { name: 'This photo is not on sale' }).waitFor();
    await visitor.looksRight('not-on-sale');
    await visitor.goTo('/search?query=zzzzqqqq');
    await visitor.page.getByRole('heading', { name: 'Nothing found' }).waitFor();
    await visitor.looksRight('nothing-found');
    await visitor.goTo('/no/such/page');
    await visitor.page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
    await visitor.looksRight('nothing-here');
  });

  it('gives the words of whoever does not answer', async () => {
    const detail = 'The search-service does not run at the moment; your request had no effect. Try again in a few seconds.';
    const problem = { status: 503, contentType: 'application/problem+json', body: JSON.stringify({ code: 'service-down', detail }) };
    await visitor.page.route('**/api/search/v1/images/search?*', (route) => route.fulfill(problem));
    await visitor.goTo('/search?query=anything');
    await visitor.page.getByText(detail).waitFor();
    await visitor.looksRight('search-down');
    await visitor.page.unroute('**/api/search/v1/images/search?*');
    await visitor.page.getByRole('button', { name: 'Try again' }).click();
    await visitor.page.getByRole('heading', { name: 'Nothing found' }).waitFor();
  });

  it('says that it is offline, and goes on when it is not', async () => {
    await visitor.goTo('/');
    await visitor.context.setOffline(true);
    await visitor.page.getByText('You are offline.').waitFor();
    await visitor.page.getByRole('search').getByRole('combobox').fill(word);
    await visitor.page.keyboard.press('Enter');
    await visitor.page.getByRole('heading', { name: 'No connection' }).waitFor();
    await visitor.looksRight('offline');
    await visitor.context.setOffline(false);
    await visitor.page.getByText('2 photos').first().waitFor();
    await visitor.leave();
  });

  it('goes on to a page of which nothing had come when the network went', async () => {
    const traveller = await Visitor.arriving(browser);
    await traveller.goTo('/');
    await traveller.context.setOffline(true);
    await traveller.page.getByRole('navigation').getByRole('link', { name: 'Packs' }).click();
    await traveller.page.getByRole('heading', { name: 'No connection' }).waitFor();
    await traveller.context.setOffline(false);
    await traveller.page.getByRole('heading', { name: 'Packs' }).waitFor();
    await traveller.leave();
  });
});
