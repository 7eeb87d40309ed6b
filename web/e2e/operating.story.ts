import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sayToQueue } from './account';
import { openBrowser, Visitor } from './browser';
import { picture } from './pictures';
import { onSale } from './shop';

const said = `No service can read this (${Date.now()}).`;

let browser: Browser;
let ada: Visitor;
let photo: string;

beforeAll(async () => {
  browser = await openBrowser();
  await sayToQueue('safelight-catalog', said);
  [photo] = (await onSale({ title: 'Signal box', keywords: ['rail'], bytes: picture([40, 60, 90], [200, 190, 170]) })) as [string];
  ada = await Visitor.arriving(browser);
}, 90_000);

afterAll(() => browser.close());

const waiting = () => ada.page.getByRole('grid', { name: /^\d+ messages? waits?$/ }).getByRole('row');

/** Presses the letter, says why, and means it. */
async function decide(letter: string, title: RegExp, why: string, button: RegExp): Promise<void> {
  // Nobody decides about what is not there to be read yet: the letter does nothing before its button is there.
  await ada.page.getByRole('button', { name: new RegExp(` ${letter}$`, 'i') }).waitFor();
  await ada.page.keyboard.press(letter);
  const dialog = ada.page.getByRole('alertdialog', { name: title });
  await dialog.getByRole('textbox', { name: /^Why/ }).fill(why);
  await dialog.getByRole('button', { name: button }).click();
  await dialog.waitFor({ state: 'detached' });
}

describe('operating', () => {
  it('is for administrators', async () => {
    await ada.goTo('/admin');
    await ada.page.getByRole('heading', { name: 'Sign in to go on' }).waitFor();
    await ada.signIn('ada');
    await ada.page.getByRole('link', { name: /^7 \/ 7\s*services answer/ }).waitFor();
    await ada.looksRight('admin');
  });

  it('shows the flow of events as it is', async () => {
    await ada.page.getByRole('navigation', { name: 'Administration' }).getByRole('link', { name: 'Flow of events' }).click();
    await ada.page.getByText('All services answer.').waitFor();
    await ada.page.getByRole('group', { name: /^Picture of the flow/ }).waitFor();
    await ada.page.getByRole('row', { name: /^publication-commands\s*imaging/ }).waitFor();
    await ada.looksRight('admin-flow');
  });

  it('follows one photo through it', async () => {
    await ada.page.getByRole('textbox', { name: 'Id of the photo' }).fill(photo);
    await ada.page.getByRole('button', { name: 'Follow' }).click();
    await ada.page.getByText(/^On sale\. Photographed by/).waitFor();
    await ada.page.getByRole('textbox', { name: 'Id of the photo' }).scrollIntoViewIfNeeded();
    await ada.looksRight('admin-flow-photo');
  });

  it('reads a parked message, and sends it again with a reason', async () => {
    await ada.goTo('/admin/parked');
    await expect.poll(() => waiting().count(), { timeout: 60_000 }).toBeGreaterThan(0);
    await ada.page.getByText('Choose a message to read it and to decide.').waitFor();
    await waiting().filter({ hasText: 'Unreadable message' }).last().click();
    await ada.page.getByText(said).waitFor();
    // What is half behind the header has no contrast that anybody could measure.
    await ada.page.evaluate(() => scrollTo(0, 0));
    await ada.looksRight('admin-parked');
    await ada.page.keyboard.press('r');
    await ada.page.getByText('It goes to safelight-catalog once more, and to no other.').waitFor();
    await ada.looksRight('admin-parked-why');
    await ada.page.keyboard.press('Escape');
    await decide('r', /^Send this message again/, 'perhaps it can be read now', /^Send it again/);
    await ada.page.getByText('“perhaps it can be read now”').waitFor();
  });

  it('finds it parked again, and discards it with others for one reason', async () => {
    await sayToQueue('safelight-purchase', `${said} Nor this.`);
    await expect
      .poll(
        async () => {
          await ada.goTo('/admin/parked');
          return waiting().count();
        },
        { timeout: 60_000, interval: 1000 },
      )
      .toBeGreaterThan(1);
    await waiting().first().focus();
    await ada.page.keyboard.press('Control+a');
    await ada.page.getByRole('heading', { name: /^\d+ messages are ticked/ }).waitFor();
    await ada.looksRight('admin-parked-several');
    await decide('d', /^Discard \d+ messages/, 'nobody ever will', /^Discard/);
    // What was sent again, or said to others before, may have come back only now.
    const none = ada.page.getByRole('heading', { name: 'Nothing is parked' });
    await expect
      .poll(
        async () => {
          await ada.goTo('/admin/parked');
          await none.or(waiting().first()).first().waitFor();
          if (await none.isVisible()) return true;
          await waiting().first().click();
          await decide('d', /^Discard/, 'nobody ever will', /^Discard/);
          return false;
        },
        { timeout: 60_000, interval: 1000 },
      )
      .toBe(true);
    await ada.looksRight('admin-parked-none');
  }, 180_000);

  it('has both in the audit log', async () => {
    await ada.goTo('/admin/audit');
    await ada.page.getByRole('row', { name: /Discarded.*nobody ever will/ }).first().waitFor();
    await ada.page.getByRole('row', { name: /Sent again.*perhaps it can be read now/ }).first().waitFor();
    await ada.looksRight('admin-audit');
  });

  it('says what each role may do', async () => {
    await ada.goTo('/admin/roles');
    await ada.page.getByRole('heading', { name: 'upload' }).click();
    await ada.page.getByRole('table', { name: 'Rights in upload' }).waitFor();
    await ada.looksRight('admin-roles');
    await ada.goTo('/notifications');
    await ada.looksRight('notifications-admin');
    await ada.leave();
  });
});
