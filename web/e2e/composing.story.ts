import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openBrowser, Visitor } from './browser';
import { picture } from './pictures';
import { found, onSale } from './shop';

const word = `comet${Date.now()}`;
const greeting = `Comets are back ${Date.now()}`;
const packName = `Two comets ${Date.now()}`;
const mine = picture([200, 40, 30], [20, 30, 80], 1200, 800);

let browser: Browser;
let ada: Visitor;
let stranger: Visitor;

beforeAll(async () => {
  browser = await openBrowser();
  await onSale(
    { title: 'Red comet', keywords: [word], bytes: mine },
    { title: 'Green comet', keywords: [word], bytes: picture([30, 160, 60], [230, 220, 200], 1200, 800) },
  );
  await vi.waitUntil(async () => (await found(word)) === 2, { timeout: 30_000, interval: 250 });
  ada = await Visitor.arriving(browser);
  stranger = await Visitor.arriving(browser);
}, 90_000);

afterAll(() => browser.close());

describe('composing', () => {
  it('makes a pack of two photos and prices it', async () => {
    await ada.goTo('/admin/packs');
    await ada.signIn('ada');
    await ada.page.getByRole('button', { name: 'New pack' }).click();
    await ada.page.getByRole('textbox', { name: /Name of the pack/ }).fill(packName);
    await ada.page.getByRole('textbox', { name: /Price in EUR/ }).fill('39.90');
    await ada.page.getByRole('searchbox', { name: 'Search photos to choose' }).fill(word);
    const choices = ada.page.getByRole('list', { name: 'Photos to choose from' }).getByRole('button');
    await expect.poll(() => choices.count()).toBe(2);
    await ada.page.getByRole('button', { name: 'Red comet', exact: true }).click();
    await ada.page.getByRole('button', { name: 'Green comet', exact: true }).click();
    await ada.page.getByText(/Buyers pay €39.90 once for 2 photos/).waitFor();
    await ada.settled();
    await ada.looksRight('admin-pack');
    await ada.page.getByRole('button', { name: 'Offer this pack' }).click();
    await ada.page.getByRole('link', { name: packName }).waitFor();
    await ada.settled();
    await ada.looksRight('admin-packs');
  });

  it('shows nobody a draft', async () => {
    await ada.goTo('/admin/pages');
    await ada.looksRight('admin-pages');
    await ada.page.getByRole('link', { name: 'Home page' }).click();
    await ada.page.getByRole('button', { name: 'Text', exact: true }).click();
    await ada.page.getByRole('textbox', { name: 'Heading', exact: true }).fill(greeting);
    await ada.page.getByRole('textbox', { name: 'Text', exact: true }).fill('Come and see.');
    await ada.page.getByRole('button', { name: 'Pack', exact: true }).click();
    await ada.page.getByLabel('Which pack').selectOption({ label: packName });
    await ada.page.getByRole('button', { name: 'Save draft' }).click();
    await ada.page.getByText(/^Saved as version/).waitFor();
    await ada.settled();
    await ada.looksRight('admin-page');
    await stranger.goTo('/');
    expect(await stranger.page.getByText(greeting).count()).toBe(0);
  });

  it('previews it with everything live', async () => {
    const [preview] = await Promise.all([
      ada.page.waitForEvent('popup'),
      ada.page.getByRole('link', { name: 'Preview', exact: true }).click(),
    ]);
    await preview.getByRole('heading', { name: greeting }).waitFor();
    await preview.getByRole('link', { name: new RegExp(`${packName}.*€39.90`) }).waitFor();
    const desk = ada.page;
    ada.page = preview;
    await ada.looksRight('admin-preview');
    ada.page = desk;
    await preview.close();
  });

  it('shows everybody what is published', async () => {
    await ada.page.getByRole('button', { name: 'Publish', exact: true }).click();
    await ada.page.getByText(/Everybody sees version \d+/).waitFor();
    await stranger.goTo('/');
    await stranger.page.getByRole('heading', { name: greeting }).waitFor();
    await stranger.page.getByRole('link', { name: new RegExp(packName) }).scrollIntoViewIfNeeded();
    await stranger.settled();
    await stranger.looksRight('home-composed');
  });

  it('sells the pack at the price that is said', async () => {
    const bea = await Visitor.arriving(browser);
    await bea.goTo('/packs');
    await bea.looksRight('packs');
    await bea.page.getByRole('link', { name: new RegExp(packName) }).click();
    await bea.page.getByText(/You pay €39.90 once for all 2 photos/).waitFor();
    await bea.settled();
    await bea.looksRight('pack');
    await bea.signIn('bea');
    await bea.looksRight('pack-buyer');
    await bea.goTo('/purchases');
    // Whoever has bought before has none to show any more.
    if (await bea.page.getByRole('heading', { name: 'You own no licence yet' }).isVisible()) await bea.looksRight('purchases-empty');
    await bea.page.goBack();
    await bea.page.getByRole('button', { name: 'Buy for €39.90' }).click();
    await bea.page.getByRole('link', { name: 'Go to the download' }).click();
    for (const title of ['Red comet', 'Green comet']) {
      const licence = bea.page.getByRole('listitem').filter({ hasText: title }).first();
      await licence.getByRole('button', { name: 'Make a download link' }).waitFor({ timeout: 30_000 });
    }
    await bea.leave();
  });

  it('tells the photographer what was earned, and the shop what is wanted', async () => {
    const ana = await Visitor.arriving(browser);
    await ana.goTo('/sales');
    await ana.signIn('ana');
    await ana.page.getByRole('listitem').filter({ hasText: 'Red comet' }).getByText(/in a pack/).first().waitFor();
    await ana.settled();
    await ana.looksRight('sales');
    await ana.leave();
    await expect
      .poll(
        async () => {
          await stranger.goTo('/search?sort=popular');
          return stranger.page.getByRole('link', { name: /(Red|Green) comet/ }).count();
        },
        { timeout: 30_000 },
      )
      .toBeGreaterThan(0);
  });

  it('goes back to any version there was', async () => {
    const versions = ada.page.getByRole('region', { name: 'Versions' }).getByRole('listitem');
    const shown = () => versions.filter({ hasText: 'Everybody sees this one' }).locator('strong').innerText();
    const greetings = await shown();
    await ada.page.getByRole('button', { name: new RegExp(`^Remove block \\d+: ${greeting}`) }).click();
    await ada.page.getByRole('button', { name: /^Remove block \d+: Pack/ }).click();
    await ada.page.getByRole('button', { name: 'Publish', exact: true }).click();
    await expect.poll(shown).not.toBe(greetings);
    const plain = await shown();
    for (const [version, times] of [
      [greetings, 1],
      [plain, 0],
    ] as const) {
      await ada.page.getByRole('button', { name: `Publish ${version.toLowerCase()}`, exact: true }).click();
      await expect.poll(shown).toBe(version);
      await stranger.goTo('/');
      expect(await stranger.page.getByRole('heading', { name: greeting }).count()).toBe(times);
    }
  });

  it('has other pages, until they are taken down', async () => {
    await ada.goTo('/admin/pages');
    await ada.page.getByRole('textbox', { name: 'New page' }).fill('About us');
    await ada.page.getByRole('button', { name: 'Compose it' }).click();
    await ada.page.getByRole('button', { name: 'Text', exact: true }).click();
    await ada.page.getByRole('textbox', { name: 'Heading', exact: true }).fill('Who we are');
    await ada.page.getByRole('textbox', { name: 'Text', exact: true }).fill('People who like light.');
    await ada.page.getByRole('button', { name: 'Publish', exact: true }).click();
    await ada.page.getByText(/Everybody sees version \d+/).waitFor();
    await stranger.goTo('/pages/about-us');
    await stranger.page.getByRole('heading', { name: 'Who we are' }).first().waitFor();
    await stranger.looksRight('page');
    await ada.page.getByRole('button', { name: 'Take it off the site' }).click();
    await ada.page.getByText(/No version is published/).waitFor();
    await ada.leave();
    await stranger.goTo('/pages/about-us');
    await stranger.page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
  });

  it('finds a photo by the picture itself', async () => {
    await stranger.goTo('/search');
    await stranger.choose('Search by a picture of yours', { name: 'mine.png', mimeType: 'image/png', buffer: mine });
    await stranger.page.getByRole('heading', { name: 'Photos that look like your picture' }).waitFor();
    await stranger.page.getByRole('img', { name: 'Your picture' }).waitFor();
    await stranger.page.getByRole('link', { name: /Red comet/ }).first().waitFor();
    await stranger.settled();
    await stranger.looksRight('search-by-picture');
    await stranger.leave();
  });
});
