import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { aHomePage } from '@/testing/builders';
import { problem } from '@/testing/handlers';
import { renderSite } from '@/testing/render-site';
import { server } from '@/testing/server';

const ada = { id: 'ada', name: 'Ada', roles: ['admin'] };
const state = (version: number, draft: number, published: number) => ({ page: 'home', version, title: 'Home', draft, published });

interface Sent {
  ifMatch: string | null;
  body: unknown;
}

let saved: Sent[];
let published: Sent[];

beforeEach(() => {
  saved = [];
  published = [];
  // The editor is hidden until its own style sheet says otherwise, which jsdom does not read.
  document.head.insertAdjacentHTML('beforeend', '<style>main * { visibility: visible !important }</style>');
  server.use(
    http.get('*/api/catalog/v1/pages', () => HttpResponse.json({ data: [] })),
    http.get('*/api/catalog/v1/pages/:page/versions', () =>
      HttpResponse.json({ data: [{ number: 1, title: 'Home', savedAt: '2026-11-22T10:00:00Z', savedBy: 'ada' }] }),
    ),
    http.get('*/api/catalog/v1/pages/:page/draft', () => HttpResponse.json({ state: state(1, 1, 0), content: aHomePage })),
    http.put('*/api/catalog/v1/pages/:page/draft', async ({ request }) => {
      const body = await request.json();
      saved.push({ ifMatch: request.headers.get('If-Match'), body });
      return HttpResponse.json({ state: state(2, 2, 0), content: body });
    }),
    http.post('*/api/catalog/v1/pages/:page/publication', async ({ request }) => {
      published.push({ ifMatch: request.headers.get('If-Match'), body: await request.json() });
      return HttpResponse.json(state(3, 2, 2));
    }),
  );
});

describe('the desk of pages', () => {
  it('has the home page from the beginning, and makes an address of a title', async () => {
    const user = renderSite('/admin/pages', ada);
    expect(await screen.findByRole('link', { name: 'Home page' })).toHaveAttribute('href', '/admin/pages/home');
    await user.type(screen.getByRole('textbox', { name: 'New page' }), 'Über uns');
    expect(screen.getByText('It will be at /pages/uber-uns')).toBeVisible();
  });

  it('calls a new page what it was called when it was begun', async () => {
    server.use(
      http.get('*/api/catalog/v1/pages/:page/draft', () =>
        HttpResponse.json({ state: state(0, 0, 0), content: { title: '', blocks: [] } }),
      ),
    );
    const user = renderSite('/admin/pages', ada);
    await user.type(await screen.findByRole('textbox', { name: 'New page' }), 'Über uns{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Text' }));
    await user.click(screen.getByRole('button', { name: 'Save draft' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]!.body).toMatchObject({ title: 'Über uns', blocks: [{ type: 'text' }] });
  });
});

describe('composing a page', () => {
  it('adds a block, saves what was seen, and publishes what was saved', async () => {
    const user = renderSite('/admin/pages/home', ada);
    await user.click(await screen.findByRole('button', { name: 'Text' }));
    await user.type(await screen.findByRole('textbox', { name: 'Text' }), 'Hello');
    await user.click(screen.getByRole('button', { name: 'Publish' }));
    await waitFor(() => expect(published).toHaveLength(1));
    expect(saved[0]!.ifMatch).toBe('"1"');
    expect(saved[0]!.body).toMatchObject({ blocks: [{ type: 'hero' }, {}, {}, {}, { type: 'text', text: 'Hello' }] });
    expect(published[0]).toEqual({ ifMatch: '"2"', body: { number: 2 } });
    expect(await screen.findByText(/Everybody sees version 2/)).toBeInTheDocument();
  });

  it('moves blocks by keyboard and takes them away', async () => {
    const user = renderSite('/admin/pages/home', ada);
    await user.click(await screen.findByRole('button', { name: /Move block 2 up/ }));
    await user.click(screen.getByRole('button', { name: /Remove block 4/ }));
    await user.click(screen.getByRole('button', { name: 'Save draft' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect((saved[0]!.body as typeof aHomePage).blocks.map(({ type }) => type)).toEqual(['trends', 'hero', 'most-bought']);
  });

  it('tells the second of two editors, who loses nothing unawares', async () => {
    server.use(
      http.put('*/api/catalog/v1/pages/:page/draft', () =>
        problem(412, 'page-changed-meanwhile', 'Somebody else.', { changedBy: 'bob', changedAt: '2026-11-22T10:00:00Z' }),
      ),
    );
    const user = renderSite('/admin/pages/home', ada);
    await user.click(await screen.findByRole('button', { name: /Remove block 4/ }));
    await user.click(screen.getByRole('button', { name: 'Save draft' }));
    expect(await screen.findByText(/bob did/)).toBeInTheDocument();
    expect(screen.getByText(/There are changes that are not saved/)).toBeInTheDocument();
  });

  it('says in which block something is wrong', async () => {
    server.use(
      http.put('*/api/catalog/v1/pages/:page/draft', () =>
        problem(400, 'invalid-request', 'Mend it.', { errors: [{ path: 'blocks[0].headline', message: 'leave out HTML' }] }),
      ),
    );
    const user = renderSite('/admin/pages/home', ada);
    await user.click(await screen.findByRole('button', { name: /Remove block 4/ }));
    await user.click(screen.getByRole('button', { name: 'Save draft' }));
    expect(await screen.findByText(/Block 1, Top with search: leave out HTML/)).toBeInTheDocument();
  });

  it('shows previews to whoever is signed in here', async () => {
    renderSite('/admin/pages/home', ada);
    const previews = await screen.findAllByRole('link', { name: /^Preview/ });
    await screen.findByRole('link', { name: 'Preview version 1' });
    // A window without its opener has no session, and would ask for the sign-in once more.
    previews.forEach((link) => expect(link).toHaveAttribute('rel', 'opener'));
    expect(screen.getByRole('link', { name: 'Preview version 1' })).toHaveAttribute('rel', 'opener');
  });

  it('goes back to an older version', async () => {
    const user = renderSite('/admin/pages/home', ada);
    await user.click(await screen.findByRole('button', { name: 'Publish version 1' }));
    await waitFor(() => expect(published).toEqual([{ ifMatch: '"1"', body: { number: 1 } }]));
  });
});
