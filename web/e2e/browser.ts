import { existsSync, mkdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page, type Request } from 'playwright-core';
import { expect } from 'vitest';
import { site } from './shop';

/** Screenshots of every page, for human eyes; not in the repository. */
const album = new URL('../screenshots/', import.meta.url).pathname;

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/opt/google/chrome/chrome'];

const DESK = { width: 1440, height: 1000 };
const HAND = { width: 390, height: 844 };

/** Milliseconds without any request, after which a page has come to rest. */
const QUIET = 250;

export async function openBrowser(): Promise<Browser> {
  const executable = process.env.SAFELIGHT_BROWSER ?? PLACES.find((place) => existsSync(place));
  if (!executable) throw new Error('No Chromium was found: install it, or name it in SAFELIGHT_BROWSER.');
  mkdirSync(album, { recursive: true });
  return chromium.launch({
    executablePath: executable,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
}

/** Those who have come and not gone. */
const present = new Set<Visitor>();

/** What everybody sees who is there, when a step has failed: for human eyes as well. */
export async function photographEverybody(name: string): Promise<void> {
  const pages = [...present].flatMap(({ context }) => context.pages());
  await Promise.all(pages.map((page, index) => page.screenshot({ path: `${album}failed-${name}-${index}.png` }).catch(() => undefined)));
}

/** A person with a window of their own. Whatever the browser complains of is a failure of the story. */
export class Visitor {
  private readonly complaints: string[] = [];
  private hasLetters = false;
  /** What each window waits for, and since when it has waited for nothing. */
  private readonly asked = new Map<Page, { underWay: Set<Request>; quietSince: number }>();

  private constructor(
    public page: Page,
    readonly context: BrowserContext,
  ) {}

  static async arriving(browser: Browser): Promise<Visitor> {
    const context = await browser.newContext({ viewport: DESK, locale: 'en-GB', reducedMotion: 'reduce' });
    const visitor = new Visitor(await context.newPage(), context);
    present.add(visitor);
    context.on('page', (page) => visitor.listen(page));
    visitor.listen(visitor.page);
    return visitor;
  }

  private listen(page: Page): void {
    const asked = { underWay: new Set<Request>(), quietSince: Date.now() };
    this.asked.set(page, asked);
    const answered = (request: Request) => {
      asked.underWay.delete(request);
      asked.quietSince = Date.now();
    };
    // A stream of events never ends, and nobody waits for its end.
    page.on('request', (request) => !new URL(request.url()).pathname.endsWith('/stream') && asked.underWay.add(request));
    page.on('requestfinished', answered);
    page.on('requestfailed', answered);
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      // What the page explains is no complaint, nor is a window that closes before all of its script has come.
      if (message.type() === 'error' && !/^(Failed to load resource|Error: Unable to preload|Unreachable: )/.test(message.text()))
        this.complaints.push(message.text());
    });
    // "Leave the page?": yes.
    page.on('dialog', (dialog) => void dialog.accept());
  }

  async goTo(path: string): Promise<void> {
    await this.page.goto(site + path);
    await this.settled();
    if (this.hasLetters) return;
    // The site's own letters are used from the second look on: whoever comes first reads at once, in what the system has.
    await this.page.waitForFunction(() => localStorage.getItem('safelight.letters'));
    this.hasLetters = true;
    await this.page.reload();
    await this.settled();
  }

  async settled(): Promise<void> {
    await this.page.locator('main').waitFor();
    const asked = this.asked.get(this.page)!;
    await expect.poll(() => asked.underWay.size === 0 && Date.now() - asked.quietSince >= QUIET, { timeout: 30_000 }).toBe(true);
  }

  /** Every part of the page has its new colours and its new place. */
  private async drawn(): Promise<void> {
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }

  /** By the identity provider's own page, and back to where one was. */
  async signIn(name: string): Promise<void> {
    const wanted = new URL(this.page.url()).pathname;
    await this.page.getByRole('button', { name: 'Sign in', exact: true }).first().click();
    const asked = this.page.locator('#username');
    const known = this.page.getByRole('button', { name: /^Signed in as/ });
    await asked.or(known).waitFor();
    // Who has signed in before is not asked again.
    if (await asked.isVisible()) {
      await asked.fill(name);
      await this.page.locator('#password').fill('safelight');
      await this.page.keyboard.press('Enter');
      await known.waitFor();
    }
    await this.page.waitForURL((url) => url.pathname === wanted);
    await this.settled();
  }

  async choose(button: string, files: Parameters<Page['setInputFiles']>[1]): Promise<void> {
    const [chooser] = await Promise.all([
      this.page.waitForEvent('filechooser'),
      this.page.getByRole('button', { name: button }).click(),
    ]);
    await chooser.setFiles(files);
  }

  /** The tab dies without a word, as when the machine is switched off; another one is opened in its place. */
  async loseTab(): Promise<void> {
    const devTools = await this.context.newCDPSession(this.page);
    const crashed = this.page.waitForEvent('crash');
    void devTools.send('Page.crash').catch(() => undefined);
    await crashed;
    await this.page.close();
    this.page = await this.context.newPage();
  }

  /** Nothing for axe to say in light and dark, and a picture of each for the album, on a desk and in a hand. */
  async looksRight(name: string, except: string[] = []): Promise<void> {
    const top = await this.page.evaluate(() => scrollY);
    for (const colorScheme of ['light', 'dark'] as const) {
      await this.page.emulateMedia({ colorScheme });
      // A narrower window has scrolled it: what is half behind the header has no contrast that anybody could measure.
      await this.page.evaluate((before) => scrollTo(0, before), top);
      await this.drawn();
      const { violations } = await new AxeBuilder({ page: this.page }).disableRules(except).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' ')}`),
        `what axe finds at ${name}, ${colorScheme}`,
      ).toEqual([]);
      await this.page.screenshot({ path: `${album}${name}-${colorScheme}.png` });
      await this.page.setViewportSize(HAND);
      await this.drawn();
      await this.settled();
      await this.page.screenshot({ path: `${album}${name}-${colorScheme}-phone.png` });
      const tooWide = await this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(tooWide, `pixels by which ${name} is too wide for a phone`).toBeLessThanOrEqual(0);
      await this.page.setViewportSize(DESK);
      await this.drawn();
    }
    await this.page.emulateMedia({ colorScheme: null });
  }

  async leave(): Promise<void> {
    present.delete(this);
    await this.context.close();
    expect(this.complaints, 'what the browser complained of').toEqual([]);
  }
}
