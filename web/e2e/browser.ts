import { existsSync, mkdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { expect } from 'vitest';

export const site = process.env.SAFELIGHT_URL ?? 'http://127.0.0.1:8080';

/** Screenshots of every page, for human eyes; not in the repository. */
const album = new URL('../screenshots/', import.meta.url).pathname;

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/opt/google/chrome/chrome'];

const executable = process.env.SAFELIGHT_BROWSER ?? PLACES.find((place) => existsSync(place));

export async function openBrowser(): Promise<Browser> {
  if (!executable) throw new Error('No Chromium was found: install it, or name it in SAFELIGHT_BROWSER.');
  mkdirSync(album, { recursive: true });
  return chromium.launch({
    executablePath: executable,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
}

/** A person with a window of their own. Whatever the browser complains of is a failure of the story. */
export class Visitor {
  private readonly complaints: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
  ) {}

  static async arriving(browser: Browser): Promise<Visitor> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, locale: 'en-GB' });
    const visitor = new Visitor(await context.newPage(), context);
    context.on('page', (page) => visitor.listen(page));
    visitor.listen(visitor.page);
    return visitor;
  }

  private listen(page: Page): void {
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      // A refusal that the page explains is no complaint.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        this.complaints.push(message.text());
    });
  }

  async goTo(path: string): Promise<void> {
    await this.page.goto(site + path);
    await this.settled();
  }

  async settled(): Promise<void> {
    await this.page.locator('main').waitFor();
    await this.page.waitForLoadState('networkidle');
  }

  /** By the identity provider's own page, and back to where one was. */
  async signIn(name: string): Promise<void> {
    const wanted = new URL(this.page.url()).pathname;
    await this.page.getByRole('button', { name: 'Sign in', exact: true }).first().click();
    await this.page.locator('#username').fill(name);
    await this.page.locator('input[type=password]').fill('safelight');
    await this.page.keyboard.press('Enter');
    await this.page.waitForURL((url) => url.origin === new URL(site).origin && url.pathname === wanted);
    await this.settled();
  }

  /** Nothing for axe to say in light and dark, and a picture of each for the album, on a desk and in a hand. */
  async looksRight(name: string): Promise<void> {
    for (const theme of ['light', 'dark'] as const) {
      await this.page.evaluate((value) => (document.documentElement.dataset.theme = value), theme);
      const { violations } = await new AxeBuilder({ page: this.page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
      await this.page.screenshot({ path: `${album}${name}-${theme}.png` });
      await this.page.setViewportSize({ width: 390, height: 844 });
      await this.page.screenshot({ path: `${album}${name}-${theme}-phone.png` });
      const { scrollWidth, clientWidth } = await this.page.evaluate(() => document.documentElement);
      expect(scrollWidth, 'nothing sticks out of a phone').toBeLessThanOrEqual(clientWidth);
      await this.page.setViewportSize({ width: 1440, height: 1000 });
    }
    await this.page.evaluate(() => delete document.documentElement.dataset.theme);
  }

  async leave(): Promise<void> {
    await this.context.close();
    expect(this.complaints, 'what the browser complained of').toEqual([]);
  }
}
