import { http, HttpResponse } from 'msw';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { problem } from '@/testing/handlers';
import { server } from '@/testing/server';
import { EventStream, waitBefore, type StreamEvent } from './event-stream';

const PATH = '/v1/notifications/stream';

const said = (...chunks: string[]) =>
  new HttpResponse(
    new ReadableStream<Uint8Array>({
      start(controller) {
        chunks.forEach((chunk) => controller.enqueue(new TextEncoder().encode(chunk)));
        controller.close();
      },
    }),
    { headers: { 'Content-Type': 'text/event-stream' } },
  );

let open: EventStream | undefined;

function listen() {
  const events: StreamEvent[] = [];
  const live: boolean[] = [];
  open = new EventStream('notification', PATH, { onEvent: (event) => events.push(event), onLive: (now) => live.push(now) });
  open.open();
  return { events, live };
}

afterEach(() => open?.close());

describe('a stream of events', () => {
  it('goes on after the last event that it has seen when it breaks', async () => {
    const asked: (string | null)[] = [];
    server.use(
      http.get(`*${PATH}`, ({ request }) => {
        asked.push(request.headers.get('Last-Event-ID'));
        return asked.length === 1
          ? said('id: 7-a\nevent: notification\nda', 'ta: {"title":"one"}\n\n', ':\n\n')
          : asked.length === 2
            ? said('id: 8-b\nevent: notification\ndata: {"title":"two"}\n\n')
            : new HttpResponse(null, { status: 204 });
      }),
    );
    const { events, live } = listen();
    await vi.waitFor(() => expect(asked).toHaveLength(3), { timeout: 15_000 });
    expect(asked).toEqual([null, '7-a', '8-b']);
    expect(events).toEqual([
      { id: '7-a', type: 'notification', data: { title: 'one' } },
      { id: '8-b', type: 'notification', data: { title: 'two' } },
    ]);
    expect(live).toEqual([true, false, true, false]);
  });

  it('comes back after a failure that may pass', async () => {
    let asked = 0;
    server.use(
      http.get(`*${PATH}`, () => {
        asked += 1;
        return asked === 1 ? problem(503, 'service-down', 'It does not run.') : new HttpResponse(null, { status: 204 });
      }),
    );
    listen();
    await vi.waitFor(() => expect(asked).toBe(2), { timeout: 15_000 });
  });

  it('takes a refusal for an answer', async () => {
    let asked = 0;
    server.use(
      http.get(`*${PATH}`, () => {
        asked += 1;
        return problem(403, 'wrong-role', 'Not for you.');
      }),
    );
    const { live } = listen();
    await vi.waitFor(() => expect(asked).toBe(1));
    await new Promise((resolve) => setTimeout(resolve, 2200));
    expect(asked).toBe(1);
    expect(live).toEqual([]);
  });

  it('waits longer each time, and at most half a minute', () => {
    expect([0, 1, 2, 10].map((attempt) => waitBefore(attempt, 1))).toEqual([1000, 2000, 4000, 30_000]);
    expect(waitBefore(1, 0)).toBe(1000);
  });
});
