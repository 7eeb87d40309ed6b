import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openBrowser, Visitor } from './browser';
import { picture } from './pictures';
import { found, onSale } from './shop';

const word = `orchard${Date.now()}`;

let browser: Browser;
let ben: Visitor;
let landing: Page;

beforeAll(async () => {
  browser = await openBrowser();
  await onSale({ title: 'Orchard in spring', keywords: [word], bytes: picture([214, 140, 160], [120, 150, 110], 1600, 1100) });
  await vi.waitUntil(async () => (await found(word)) === 1, { timeout: 30_000, interval: 250 });
  ben = await Visitor.arriving(browser);
}, 90_000);

afterAll(() => browser.close());

describe('buying', () => {
  it('says the price in plain words before anything is bought', async () => {
    await ben.goTo(`/search?query=${word}`);
    await ben.page.getByRole('link', { name: /Orchard in spring/ }).first().click();
    await ben.page.getByRole('heading', { name: 'Orchard in spring' }).waitFor();
    await ben.page.getByText(/You pay €[\d.]+ once for/).waitFor();
    await ben.settled();
    await ben.looksRight('photo');
  });

  it('shows the photo closely', async () => {
    await ben.page.getByRole('button', { name: 'Look at “Orchard in spring” closely' }).click();
    await ben.page.getByRole('button', { name: 'Zoom in' }).click();
    await ben.looksRight('viewer');
    await ben.page.keyboard.press('Escape');
    await ben.page.getByRole('button', { name: 'Zoom in' }).waitFor({ state: 'detached' });
  });

  it('asks who buys, and comes back to the photo', async () => {
    await ben.signIn('ben');
    await ben.page.getByRole('button', { name: /^Buy for €/ }).waitFor();
    await ben.looksRight('photo-buyer');
  });

  it('sells a licence and makes a link', async () => {
    await ben.page.getByRole('button', { name: /^Buy for €/ }).click();
    await ben.page.getByRole('link', { name: 'Go to the download' }).click();
    const row = ben.page.getByRole('listitem').filter({ hasText: 'Orchard in spring' }).first();
    await row.getByRole('button', { name: 'Make a download link' }).click({ timeout: 30_000 });
    await row.getByRole('link', { name: 'Open the link' }).waitFor();
    await ben.looksRight('purchases');
  });

  it('hands the photo over once', async () => {
    [landing] = await Promise.all([
      ben.page.waitForEvent('popup'),
      ben.page.getByRole('link', { name: 'Open the link' }).click(),
    ]);
    await landing.getByText('Press the button to download.').waitFor();
    const tab = ben.page;
    ben.page = landing;
    await ben.looksRight('landing');
    ben.page = tab;
    const [download] = await Promise.all([
      landing.waitForEvent('download'),
      landing.getByRole('button', { name: 'Download my photo' }).click(),
    ]);
    const bytes = readFileSync(await download.path());
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
    expect(createHash('sha256').update(bytes).digest('hex')).toMatch(/^[0-9a-f]{64}$/);
  });

  it('refuses the second click kindly, and says where the next link is', async () => {
    const address = landing.url();
    await landing.close();
    const [again] = await Promise.all([
      ben.page.waitForEvent('popup'),
      ben.page.evaluate((url) => void window.open(url), address),
    ]);
    await again.getByRole('button', { name: 'Download my photo' }).click();
    await expect.poll(() => again.getByRole('status').textContent()).toMatch(/handed over through this link before/);
    const tab = ben.page;
    ben.page = again;
    await ben.looksRight('landing-used');
    ben.page = tab;
    await again.getByRole('link', { name: 'My purchases' }).click();
    await again.getByRole('heading', { name: 'My purchases' }).waitFor();
    await again.close();
  });

  it('does not sell the same licence twice', async () => {
    await ben.page.getByRole('link', { name: 'Orchard in spring' }).first().click();
    await ben.page.getByRole('button', { name: /^Buy for €/ }).click();
    await ben.page.getByRole('link', { name: 'Go to the download' }).waitFor();
    await ben.settled();
    await ben.looksRight('photo-owned');
    await ben.leave();
  });

  it('asks a stranger to sign in, and tells others whom a page is for', async () => {
    const stranger = await Visitor.arriving(browser);
    await stranger.goTo('/purchases');
    await stranger.page.getByRole('heading', { name: 'Sign in to go on' }).waitFor();
    await stranger.signIn('mia');
    await stranger.page.getByRole('heading', { name: 'This page is for others' }).waitFor();
    await stranger.looksRight('wrong-role');
    await stranger.leave();
  });
});
