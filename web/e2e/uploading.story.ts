import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Request, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, Visitor } from './browser';
import { largePicture } from './pictures';
import { approveAll, issuer, token } from './shop';

let browser: Browser;
let folder: string;

beforeAll(async () => {
  browser = await openBrowser();
  folder = mkdtempSync(join(tmpdir(), 'safelight-stories-'));
});

afterAll(async () => {
  await approveAll();
  rmSync(folder, { recursive: true });
  await browser.close();
});

const isPart = (url: URL) => url.searchParams.has('partNumber');
const partOf = (request: Request) => Number(new URL(request.url()).searchParams.get('partNumber'));

/** A photographer whose connection lets the first part through and keeps the others waiting. */
async function sendingSlowly(title: string) {
  const file = join(folder, `${title.replaceAll(' ', '_')}.png`);
  writeFileSync(file, largePicture());
  const ana = await Visitor.arriving(browser);
  const sent: number[] = [];
  ana.context.on('requestfinished', (request) => {
    if (request.method() === 'PUT' && isPart(new URL(request.url()))) sent.push(partOf(request));
  });
  const held: Route[] = [];
  await ana.context.route(isPart, (route) => (partOf(route.request()) === 1 ? route.continue() : void held.push(route)));
  await ana.goTo('/uploads');
  await ana.signIn('ana');
  return { ana, file, sent, held };
}

async function send(ana: Visitor, file: string): Promise<void> {
  await ana.choose('Choose files', file);
  await ana.page.getByText('Ready to send').waitFor({ timeout: 20_000 });
  await ana.page.getByRole('button', { name: 'Send 1 file' }).click();
}

/** All of it has come, and the shop has looked at it. */
const arrived = (ana: Visitor) =>
  ana.page
    .getByRole('region', { name: 'Files' })
    .getByText(/^(A moderator looks at it|On sale)$/)
    .waitFor({ timeout: 60_000 });

describe('a large upload', () => {
  it('goes on with the missing parts after the tab was killed', async () => {
    const { ana, file, sent } = await sendingSlowly('Dusk before the crash');
    await send(ana, file);
    await expect.poll(() => sent, { timeout: 30_000 }).toEqual([1]);
    await ana.loseTab();
    await ana.context.unrouteAll({ behavior: 'ignoreErrors' });
    await ana.goTo('/uploads');
    await ana.signIn('ana');
    await send(ana, file);
    await arrived(ana);
    expect(sent.toSorted()).toEqual([1, 2, 3]);
    await ana.leave();
  });

  it('waits for a lost connection, and goes on by itself', async () => {
    const { ana, file, sent, held } = await sendingSlowly('Dusk before the storm');
    await send(ana, file);
    await expect.poll(() => [sent, held.length], { timeout: 30_000 }).toEqual([[1], 2]);
    await ana.context.setOffline(true);
    await Promise.all(held.map((route) => route.abort('internetdisconnected')));
    await ana.context.unroute(isPart);
    await ana.page.getByText('You are offline.').waitFor();
    await ana.page.getByText('Sending', { exact: true }).waitFor();
    await ana.looksRight('uploads-offline');
    await ana.context.setOffline(false);
    await arrived(ana);
    expect(sent.toSorted()).toEqual([1, 2, 3]);
    await ana.leave();
  });

  it('waits for a sign-in that has run out, and loses nothing', async () => {
    const { ana, file, sent, held } = await sendingSlowly('Dusk before midnight');
    const SECONDS = 20;
    const short = await token('ana', SECONDS);
    await ana.page.evaluate(
      ([key, value, expires]) => {
        const user = JSON.parse(sessionStorage.getItem(key)!) as Record<string, unknown>;
        sessionStorage.setItem(key, JSON.stringify({ ...user, access_token: value, expires_at: expires }));
      },
      [`oidc.user:${await issuer()}:safelight-web`, short, Math.floor(Date.now() / 1000) + SECONDS] as const,
    );
    await ana.page.reload();
    await send(ana, file);
    await expect.poll(() => [sent, held.length], { timeout: 30_000 }).toEqual([[1], 2]);
    await ana.page.getByText('Your sign-in has run out.').waitFor({ timeout: 40_000 });
    await Promise.all(held.map((route) => route.continue()));
    await ana.context.unroute(isPart);
    await expect.poll(() => sent.toSorted(), { timeout: 30_000 }).toEqual([1, 2, 3]);
    await ana.looksRight('uploads-expired');
    await ana.page.getByRole('button', { name: 'Sign in again' }).click();
    await arrived(ana);
    await ana.leave();
  });
});
