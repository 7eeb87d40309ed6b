import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { services } from '@/config/paths';
import { aFlow, aParkedMessage } from '@/testing/builders';
import { problem } from '@/testing/handlers';
import { renderSite } from '@/testing/render-site';
import { server } from '@/testing/server';

const ADA = { id: 'ada', name: 'Ada Admin', roles: ['admin'] };
const PHOTO = '0f8fad5b-d9cb-469f-a165-70867728950e';

const standing = { countedAt: '2026-11-22T10:15:30Z', stuck: 0, overdue: 0, endings: [{ state: 'PUBLISHED', count: 4, meanSeconds: 2, slowestSeconds: 3 }], steps: [{ state: 'RENDERING', count: 3 }] };

/** All services answer, and nothing is wrong. */
beforeEach(() =>
  server.use(
    ...services.flatMap((service) => [
      http.get(`*/api/${service}/v1/ops/flow`, () => HttpResponse.json(aFlow(service))),
      http.get(`*/api/${service}/v1/ops/parked`, () => HttpResponse.json({ data: [] })),
      http.get(`*/api/${service}/v1/ops/audit`, () => HttpResponse.json({ data: [] })),
      http.get(`*/api/${service}/v1/ops/rights`, () => HttpResponse.json({ data: [] })),
    ]),
    http.get('*/api/publication/v1/ops/saga', () => HttpResponse.json(standing)),
    http.get('*/api/publication/v1/publications/stuck', () => HttpResponse.json({ data: [] })),
    http.get('*/api/publication/v1/moderation', () => HttpResponse.json({ data: [] })),
    http.get('*/site.json', () => HttpResponse.json({ issuer: 'http://identity.example', client_id: 'safelight-web' })),
  ),
);

describe('pages for administrators', () => {
  it.each(['/admin', '/admin/flow', '/admin/parked', '/admin/audit', '/admin/roles'])('%s is not for others', async (path) => {
    renderSite(path, { roles: ['photographer', 'moderator'] });
    expect(await screen.findByRole('heading', { name: 'This page is for others' })).toBeVisible();
    expect(screen.queryByRole('navigation', { name: 'Administration' })).not.toBeInTheDocument();
  });

  it('show the way to each other', async () => {
    const user = renderSite('/admin', ADA);
    const nav = await screen.findByRole('navigation', { name: 'Administration' });
    await user.click(within(nav).getByRole('link', { name: 'Audit log' }));
    expect(await screen.findByRole('heading', { name: 'Nothing was done by hand yet' })).toBeVisible();
  });
});

describe('the overview', () => {
  it('counts what waits for somebody', async () => {
    server.use(http.get('*/api/catalog/v1/ops/flow', () => HttpResponse.json(aFlow('catalog', { parked: 2 }))));
    renderSite('/admin', ADA);
    expect(await screen.findByRole('link', { name: /^2\s*messages are parked/ })).toHaveAttribute('href', '/admin/parked');
    expect(await screen.findByRole('link', { name: /^7 \/ 7\s*services answer/ })).toBeVisible();
    expect(await screen.findByRole('link', { name: /^3\s*photos are on their way/ })).toBeVisible();
  });
});

describe('the flow of events', () => {
  it('shows who hears whom, as a table', async () => {
    server.use(
      http.get('*/api/imaging/v1/ops/flow', () =>
        HttpResponse.json(aFlow('imaging', { listens: [{ topic: 'safelight-publication-events', types: ['generate-sale-sizes.v1'] }], parked: 3 })),
      ),
    );
    renderSite('/admin/flow', ADA);
    const ways = await screen.findByRole('table', { name: 'Who hears what' });
    expect(within(ways).getByRole('row', { name: /publication-events imaging .*generate-sale-sizes/ })).toBeVisible();
    const row = within(screen.getByRole('table', { name: 'Services and their queues' })).getByRole('row', { name: /^imaging/ });
    expect(within(row).getByRole('link', { name: '3' })).toHaveAttribute('href', '/admin/parked?service=imaging');
    expect(await screen.findByText('All services answer.')).toBeVisible();
  });

  it('shows a service that does not answer as such, and the others all the same', async () => {
    server.use(http.get('*/api/search/v1/ops/flow', () => problem(503, 'service-down', 'It does not run.')));
    renderSite('/admin/flow', ADA);
    expect(await screen.findByText(/These services do not answer: search/)).toBeVisible();
    expect(within(screen.getByRole('row', { name: /^search/ })).getByText('does not answer')).toBeVisible();
    expect(screen.getByRole('row', { name: /^upload 0\/s/ })).toBeVisible();
  });

  it('leads to what is stuck, and tries it again', async () => {
    let retried = '';
    server.use(
      http.get('*/api/publication/v1/publications/stuck', () =>
        HttpResponse.json({
          data: [{ photoId: PHOTO, contributorId: 'ana', fileName: 'a.jpg', title: 'Stuck boat', state: 'COMPENSATION_STUCK', done: false, uploadedAt: '2026-11-22T10:15:30Z', since: '2026-11-22T10:15:30Z', reasons: [] }],
        }),
      ),
      http.post('*/api/publication/v1/publications/:id/retry', ({ params }) => {
        retried = String(params.id);
        return HttpResponse.json({});
      }),
    );
    const user = renderSite('/admin/flow', ADA);
    expect(await screen.findByRole('link', { name: 'Stuck boat' })).toHaveAttribute('href', `/admin/flow?photo=${PHOTO}#photo`);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await expect.poll(() => retried).toBe(PHOTO);
  });

  it('follows one photo by its id, and says when that is none', async () => {
    server.use(
      http.get(`*/api/publication/v1/publications/${PHOTO}`, () =>
        HttpResponse.json({
          photoId: PHOTO, contributorId: 'ana', fileName: 'a.jpg', title: 'Boats', state: 'PUBLISHED', done: true, uploadedAt: '2026-11-22T10:15:30Z', sha256: 'x', bytes: 1, reasons: [],
          timeline: [{ at: '2026-11-22T10:15:31Z', to: 'ANALYSING', cause: { type: 'photo-uploaded.v1', id: 'm' }, epoch: 1, durationMillis: 78, note: 'The photo has arrived.', ignored: false }],
        }),
      ),
    );
    const user = renderSite('/admin/flow', ADA);
    const field = await screen.findByRole('textbox', { name: 'Id of the photo' });
    await user.type(field, 'nonsense');
    await user.click(screen.getByRole('button', { name: 'Follow' }));
    expect(await screen.findByText(/That is no id of a photo/)).toBeVisible();
    await user.clear(field);
    await user.type(field, PHOTO);
    await user.click(screen.getByRole('button', { name: 'Follow' }));
    expect(await screen.findByText('The photo has arrived.')).toBeVisible();
  });
});

describe('parked messages', () => {
  const details = { message: aParkedMessage(), body: '{"detail":{"photoId":"photo-1"}}' };
  let decided: { action: string; body: unknown }[] = [];

  beforeEach(() => {
    decided = [];
    server.use(
      http.get('*/api/catalog/v1/ops/parked', () => HttpResponse.json({ data: [aParkedMessage()] })),
      http.get('*/api/catalog/v1/ops/parked/parked-1', () => HttpResponse.json(details)),
      http.get('*/api/catalog/v1/ops/parked/parked-1/history', () => HttpResponse.json({ data: [] })),
      http.post('*/api/catalog/v1/ops/parked/parked-1/:action', async ({ request, params }) => {
        const rehearsal = new URL(request.url).searchParams.get('dry_run') === 'true';
        if (!rehearsal) decided.push({ action: String(params.action), body: await request.json() });
        return HttpResponse.json({ number: 1, dryRun: rehearsal, at: '2026-11-22T10:15:30Z', who: 'ada', reason: 'x', action: params.action, outcome: 'sent', note: 'It goes to safelight-catalog once more, and to no other.', bodySha256: 'ab', serviceVersion: '1.0' });
      }),
    );
  });

  it('are read, and sent again with a reason, by keyboard alone', async () => {
    const user = renderSite('/admin/parked', ADA);
    const list = await screen.findByRole('grid', { name: '1 message waits' });
    within(list).getByRole('row').focus();
    await user.keyboard('{Enter}');
    expect(await screen.findByText(/"photoId": "photo-1"/)).toBeVisible();
    await user.keyboard('r');
    const dialog = await screen.findByRole('alertdialog', { name: 'Send this message again?' });
    expect(await within(dialog).findByText('It goes to safelight-catalog once more, and to no other.')).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: 'Send it again' }));
    expect(await within(dialog).findByText('Say why first.')).toBeVisible();
    expect(decided).toEqual([]);
    await user.type(within(dialog).getByRole('textbox', { name: /^Why/ }), 'the price is there again');
    await user.click(within(dialog).getByRole('button', { name: 'Send it again' }));
    await expect.poll(() => decided).toEqual([{ action: 'redrive', body: { reason: 'the price is there again' } }]);
  });

  it('are decided over several at a time for one reason, by keyboard alone', async () => {
    const bodies: Record<string, unknown> = {};
    const all = ['parked-1', 'parked-2', 'parked-3'].map((id) => aParkedMessage({ id }));
    server.use(
      http.get('*/api/catalog/v1/ops/parked', () => HttpResponse.json({ data: all.filter(({ id }) => !bodies[id]) })),
      http.post('*/api/catalog/v1/ops/parked/:id/discard', async ({ request, params }) => {
        if (params.id === 'parked-2') return problem(409, 'decided-meanwhile', 'Somebody has decided meanwhile.');
        bodies[String(params.id)] = await request.json();
        return HttpResponse.json({});
      }),
    );
    const user = renderSite('/admin/parked', ADA);
    const list = await screen.findByRole('grid', { name: '3 messages wait' });
    within(list).getAllByRole('row')[0]!.focus();
    await user.keyboard(' {ArrowDown} ');
    expect(await screen.findByRole('heading', { name: '2 messages are ticked' })).toBeVisible();
    await user.keyboard('d');
    const dialog = await screen.findByRole('alertdialog', { name: 'Discard 2 messages?' });
    await user.keyboard('of last year{Tab}{Tab}{Tab}{Enter}');
    expect(await within(dialog).findByRole('heading', { name: '1 was not decided, and waits on' })).toBeVisible();
    expect(within(dialog).getByText('catalog: Somebody has decided meanwhile.')).toBeVisible();
    expect(bodies).toEqual({ 'parked-1': { reason: 'of last year' } });
    await user.click(within(dialog).getByRole('button', { name: 'Close' }));
    expect(await screen.findByRole('grid', { name: '2 messages wait' })).toBeVisible();
  });

  it('are all sent again, and it is said how many', async () => {
    let waiting = ['parked-1', 'parked-2', 'parked-3'];
    server.use(
      http.get('*/api/catalog/v1/ops/parked', () => HttpResponse.json({ data: waiting.map((id) => aParkedMessage({ id })) })),
      http.post('*/api/catalog/v1/ops/parked/:id/redrive', ({ params }) => {
        waiting = waiting.filter((id) => id !== params.id);
        return HttpResponse.json({});
      }),
      http.get('*/api/upload/v1/ops/parked', () => HttpResponse.json({ data: [aParkedMessage({ id: 'other', firstSeen: '2026-11-22T12:00:00.000Z' })] })),
    );
    const user = renderSite('/admin/parked', ADA);
    await user.click(await screen.findByRole('button', { name: 'Tick all 4' }));
    const list = await screen.findByRole('grid', { name: '4 messages wait' });
    await user.click(within(list).getAllByRole('checkbox')[3]!);
    await user.click(await screen.findByRole('button', { name: /^Send it again/ }));
    const dialog = await screen.findByRole('alertdialog', { name: 'Send 3 messages again?' });
    await user.type(within(dialog).getByRole('textbox', { name: /^Why/ }), 'mended');
    await user.click(within(dialog).getByRole('button', { name: 'Send them again' }));
    expect(await screen.findByText('3 messages were sent to their services again.')).toBeVisible();
    expect(await screen.findByRole('grid', { name: '1 message waits' })).toBeVisible();
  });

  it('are discarded only when somebody means it', async () => {
    const user = renderSite('/admin/parked?service=catalog&id=parked-1', ADA);
    await user.click(await screen.findByRole('button', { name: /^Discard/ }));
    const dialog = await screen.findByRole('alertdialog', { name: 'Discard this message?' });
    await user.click(within(dialog).getByRole('button', { name: 'Leave it' }));
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
    expect(decided).toEqual([]);
  });

  it('show what was decided about them, by whom and why', async () => {
    server.use(
      http.get('*/api/catalog/v1/ops/parked/parked-1', () =>
        HttpResponse.json({ ...details, message: aParkedMessage({ state: 'redriven', decisions: 1 }), aftermath: { handledAt: '2026-11-22T10:15:30Z', note: 'It was handled: 3 rows.' } }),
      ),
      http.get('*/api/catalog/v1/ops/parked/parked-1/history', () =>
        HttpResponse.json({ data: [{ number: 1, dryRun: false, at: '2026-11-22T10:15:30Z', who: 'ada', reason: 'mended', ticket: 'OPS-1', action: 'redrive', outcome: 'sent', note: 'n', bodySha256: 'ab', serviceVersion: '1.0' }] }),
      ),
    );
    renderSite('/admin/parked?service=catalog&id=parked-1', ADA);
    expect(await screen.findByText(/It was sent to its service again\. It was handled: 3 rows\./)).toBeVisible();
    expect(await screen.findByText('“mended” (OPS-1)')).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Send it again/ })).not.toBeInTheDocument();
  });

  it('say so when there are none', async () => {
    server.use(http.get('*/api/catalog/v1/ops/parked', () => HttpResponse.json({ data: [] })));
    renderSite('/admin/parked', ADA);
    expect(await screen.findByRole('heading', { name: 'Nothing is parked' })).toBeVisible();
  });
});

describe('the audit log', () => {
  it('joins what all services know, and names those that do not answer', async () => {
    server.use(
      http.get('*/api/purchase/v1/ops/audit', () =>
        HttpResponse.json({ data: [{ id: 'a', at: '2026-11-22T10:15:30.000Z', who: 'ada', action: 'revoke', kind: 'licence', subject: 'licence-1', reason: 'fraud', note: 'Its copy goes.' }] }),
      ),
      http.get('*/api/search/v1/ops/audit', () => problem(503, 'service-down', 'It does not run.')),
    );
    renderSite('/admin/audit', ADA);
    expect(await screen.findByRole('row', { name: /ada Took back.*licence licence-1 fraud purchase/ })).toBeVisible();
    expect(screen.getByText(/their entries are missing: search/)).toBeVisible();
  });
});

describe('roles', () => {
  it('are told as the identity provider gives them, and what each may do as the services enforce it', async () => {
    server.use(
      http.get('*/api/upload/v1/ops/rights', () =>
        HttpResponse.json({ data: [{ method: 'POST', path: '/v1/uploads', summary: 'Announce a file', everybody: false, roles: ['photographer'] }] }),
      ),
    );
    const user = renderSite('/admin/roles', ADA);
    expect(await screen.findByText('Your id is ada; your roles are: administrator.')).toBeVisible();
    await user.click(await screen.findByRole('heading', { name: 'upload' }));
    const row = await screen.findByRole('row', { name: /^Announce a file/ });
    expect(within(row).getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['may not', 'may not', 'may', 'may not', 'may not']);
  });
});
