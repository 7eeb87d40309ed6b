import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, Visitor } from './browser';
import { picture } from './pictures';
import { approveAll } from './shop';

const word = `harvest${Date.now()}`;

let browser: Browser;
let ana: Visitor;
let folder: string;

beforeAll(async () => {
  await approveAll();
  browser = await openBrowser();
  folder = mkdtempSync(join(tmpdir(), 'safelight-stories-'));
  mkdirSync(join(folder, 'Red barn'));
  writeFileSync(join(folder, 'Red barn', 'Red_door.png'), picture([176, 40, 32], [214, 205, 190]));
  writeFileSync(join(folder, 'Blue_gate.png'), picture([36, 72, 150], [206, 212, 216], 640, 960));
  writeFileSync(join(folder, 'notes.jpg'), 'no photo at all');
  writeFileSync(join(folder, 'nothing.jpg'), '');
  writeFileSync(join(folder, 'Enormous.jpg'), '');
  truncateSync(join(folder, 'Enormous.jpg'), 3 * 1024 ** 3);
  ana = await Visitor.arriving(browser);
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await browser.close();
});

describe('publishing', () => {
  it('takes a folder in, and says at once what is no photo', async () => {
    await ana.goTo('/uploads');
    await ana.looksRight('uploads-stranger');
    await ana.signIn('ana');
    await ana.looksRight('uploads-empty');
    await ana.choose('Choose a folder', folder);
    await expect.poll(() => ana.page.getByText('Ready to send').count(), { timeout: 20_000 }).toBe(2);
    await ana.page.getByText('There is no photo in this file, whatever its name says.').waitFor();
    await ana.page.getByText('The file is empty.').waitFor();
    await ana.page.getByText('The file is larger than 2 GB.').waitFor();
  });

  it('puts words to many files at once', async () => {
    await ana.page.getByLabel('Add a keyword').fill(word);
    await ana.page.getByRole('button', { name: 'Apply' }).click();
    await ana.page.getByRole('button', { name: `Take “${word}” from 2 files` }).waitFor();
    await ana.looksRight('uploads');
  });

  it('shows a moderator what waits, who decides by keyboard', async ({ skip }) => {
    await ana.page.getByRole('button', { name: 'Send 2 files' }).click();
    const waiting = ana.page.getByText('A moderator looks at it');
    const passed = ana.page.getByText('5 files, 2 on sale');
    await waiting.or(passed).first().waitFor({ timeout: 60_000 });
    skip(await passed.isVisible(), 'This installation lets photos pass that nobody has looked at.');
    const mia = await Visitor.arriving(browser);
    await mia.goTo('/moderation');
    await mia.signIn('mia');
    // Whichever was looked at first waits first.
    const titles = new Set(['Red door', 'Blue gate']);
    while (titles.size > 0) {
      const heading = mia.page.getByRole('heading', { name: new RegExp([...titles].join('|')) });
      await heading.waitFor({ timeout: 30_000 });
      const shown = await heading.innerText();
      for (const title of [...titles].filter((one) => shown.includes(one))) {
        await mia.page.getByRole('img', { name: title }).waitFor();
        if (titles.size === 2) await mia.looksRight('moderation');
        await mia.page.keyboard.press('a');
        titles.delete(title);
      }
    }
    await mia.page.getByRole('heading', { name: 'Nobody is waiting' }).waitFor();
    await mia.looksRight('moderation-empty');
    await mia.leave();
  });

  it('tells the photographer each step up to the sale', async () => {
    await ana.page.getByText('5 files, 2 on sale').waitFor({ timeout: 60_000 });
    await ana.page.getByRole('link', { name: 'Follow it' }).first().click();
    await ana.page.getByRole('link', { name: 'See it in the shop' }).waitFor({ timeout: 30_000 });
    await ana.settled();
    await ana.looksRight('timeline');
    await ana.page.getByRole('link', { name: /^Notifications, / }).click();
    await ana.page.getByText(/Red door|Blue gate/).first().waitFor();
    await ana.settled();
    await ana.looksRight('notifications');
  });

  it('knows a file that was sent before', async () => {
    await ana.page.goBack();
    await ana.goTo('/uploads');
    await ana.choose('Choose files', join(folder, 'Blue_gate.png'));
    await ana.page.getByText('You have sent this one before').waitFor();
    await ana.leave();
  });
});
