import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, Visitor } from './browser';
import { picture } from './pictures';
import { approveAll } from './shop';

const name = `Grey_wall_${Date.now()}`;

let browser: Browser;

beforeAll(async () => {
  await approveAll();
  browser = await openBrowser();
});

afterAll(() => browser.close());

describe('a refusal', () => {
  it('reaches the photographer with its reasons and what to do', async ({ skip }) => {
    const paul = await Visitor.arriving(browser);
    await paul.goTo('/uploads');
    await paul.signIn('paul');
    await paul.choose('Choose files', { name: `${name}.png`, mimeType: 'image/png', buffer: picture([90, 90, 92], [70, 70, 72]) });
    await paul.page.getByRole('button', { name: 'Send 1 file' }).click();
    const waiting = paul.page.getByText('A moderator looks at it');
    const passed = paul.page.getByText('1 file, 1 on sale');
    await waiting.or(passed).first().waitFor({ timeout: 60_000 });
    skip(await passed.isVisible(), 'This installation lets photos pass that nobody has looked at.');
    const mia = await Visitor.arriving(browser);
    await mia.goTo('/moderation');
    await mia.signIn('mia');
    await mia.page.getByRole('heading', { name: name.replaceAll('_', ' ') }).waitFor();
    await mia.page.keyboard.press('2');
    await mia.page.keyboard.press('4');
    await expect.poll(() => mia.page.getByRole('button', { name: 'Not sharp', pressed: true }).count()).toBe(1);
    await mia.page.keyboard.press('r');
    await mia.page.getByRole('heading', { name: 'Nobody is waiting' }).waitFor();
    await mia.leave();
    await paul.page.getByText('Not accepted').first().waitFor({ timeout: 30_000 });
    await paul.settled();
    await paul.looksRight('uploads-refused');
    await paul.leave();
  });
});
