import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, Visitor } from './browser';
import { picture } from './pictures';

const word = `lantern${Date.now()}`;

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

describe('the site', () => {
  it('lets a photographer publish a folder, and says at once what is no photo', async () => {
    const ana = await Visitor.arriving(browser);
    await ana.goTo('/uploads');
    await ana.signIn('ana');
    const chooser = ana.page.waitForEvent('filechooser');
    await ana.page.getByRole('button', { name: 'Choose files' }).click();
    await (
      await chooser
    ).setFiles([
      { name: 'Red_door.png', mimeType: 'image/png', buffer: picture() },
      { name: 'Blue_gate.png', mimeType: 'image/png', buffer: picture(480, 640) },
      { name: 'notes.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no photo at all') },
      { name: 'nothing.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0) },
    ]);
    await expect.poll(() => ana.page.getByText('Ready to send').count()).toBe(2);
    await ana.page.getByText('There is no photo in this file').waitFor();
    await ana.page.getByText('The file is empty.').waitFor();
    await ana.page.getByLabel('Add a keyword').fill(word);
    await ana.page.getByRole('button', { name: 'Apply' }).click();
    await ana.page.getByRole('button', { name: `Take “${word}” from 2 files` }).waitFor();
    await ana.looksRight('uploads');
    await ana.page.getByRole('button', { name: 'Send 2 files' }).click();
    await ana.page.getByText('4 files, 2 on sale').waitFor({ timeout: 60_000 });
    await ana.page.getByRole('link', { name: 'Follow it' }).first().click();
    await ana.page.getByText('The original is in the archive').or(ana.page.getByText('archive')).first().waitFor();
    await ana.settled();
    await ana.looksRight('timeline');
    await ana.leave();
  });

  it('finds by word, by shape and by colour', async () => {
    const visitor = await Visitor.arriving(browser);
    await visitor.goTo('/');
    await visitor.looksRight('home');
    await visitor.page.getByRole('search').getByRole('combobox').fill(word);
    await visitor.page.keyboard.press('Enter');
    await visitor.page.waitForURL(/\/search\?query=lantern/);
    await visitor.page.getByText('2 photos').first().waitFor();
    await visitor.looksRight('search');
    await visitor.page.getByRole('radio', { name: /Portrait/ }).click();
    await visitor.page.getByText('1 photo').first().waitFor();
    await visitor.page.getByRole('list', { name: new RegExp(word) }).getByRole('link').first().click();
    await visitor.page.getByRole('link', { name: /More photos in #/ }).first().click();
    await visitor.page.waitForURL(/color=[0-9a-f]{6}/);
    await visitor.page.getByRole('link', { name: /Blue gate/ }).first().waitFor();
    await visitor.leave();
  });

  it('sells a photo that can be downloaded once, and explains the second click kindly', async () => {
    const ben = await Visitor.arriving(browser);
    await ben.goTo(`/search?query=${word}`);
    await ben.page.getByRole('link', { name: /Red door/ }).first().click();
    await ben.page.getByRole('heading', { name: 'Red door' }).waitFor();
    await ben.settled();
    await ben.looksRight('photo');
    await ben.signIn('ben');
    await ben.page.getByRole('button', { name: /^Buy for/ }).click();
    await ben.page.getByRole('link', { name: 'Go to the download' }).click();
    await ben.page.getByRole('button', { name: 'Make a download link' }).first().click({ timeout: 30_000 });
    const link = ben.page.getByRole('link', { name: 'Open the link' });
    await link.waitFor();
    await ben.looksRight('purchases');
    const [landing] = await Promise.all([ben.page.waitForEvent('popup'), link.click()]);
    const address = landing.url();
    const [download] = await Promise.all([
      landing.waitForEvent('download'),
      landing.getByRole('button', { name: /download/i }).click(),
    ]);
    const bytes = readFileSync(await download.path());
    expect(createHash('sha256').update(bytes).digest('hex')).toHaveLength(64);
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
    const again = await ben.page.context().newPage();
    await again.goto(address);
    await again.evaluate((token) => sessionStorage.setItem('safelight.access_token', token!), await ben.page.evaluate(() => sessionStorage.getItem('safelight.access_token')));
    await again.reload();
    await again.getByRole('button', { name: /download/i }).click();
    await expect.poll(() => again.locator('#status').textContent()).toMatch(/once|used|new link/i);
    await ben.leave();
  });

  it('tells a stranger kindly what is not there', async () => {
    const visitor = await Visitor.arriving(browser);
    await visitor.goTo('/photos/00000000-0000-4000-8000-000000000000');
    await visitor.page.getByRole('heading', { name: 'This photo is not on sale' }).waitFor();
    await visitor.looksRight('not-on-sale');
    await visitor.goTo('/purchases');
    await visitor.page.getByRole('heading', { name: 'Sign in to go on' }).waitFor();
    await visitor.goTo('/search?query=zzzzqqqq');
    await visitor.page.getByRole('heading', { name: 'Nothing found' }).waitFor();
    await visitor.looksRight('nothing-found');
    await visitor.leave();
  });
});
